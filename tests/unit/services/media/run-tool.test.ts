import { constants, getPriority } from 'node:os';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { startTool } from '../../../../electron/services/media/run-tool';

const sayPriority = ['-e', 'setTimeout(() => console.log(require("node:os").getPriority()), 100)'];

test('long work gives way to other work', async () => {
  const tool = startTool(process.execPath, sayPriority, { inBackground: true });
  expect(Number(await text(tool.stdout))).toBe(constants.priority.PRIORITY_BELOW_NORMAL);
  await tool.ended;
});

test('short work runs as this process does', async () => {
  const tool = startTool(process.execPath, sayPriority);
  expect(Number(await text(tool.stdout))).toBe(getPriority());
  await tool.ended;
});
