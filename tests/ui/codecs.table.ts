import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { codecCases } from './codec-set';
import { testCodecs } from './codec-tests';
import { test } from './studio-test';

/** Where the table is written, a line after each file. */
const table = resolve(import.meta.dirname, '../../out/codecs.md');
const head = `| file | plays | length of the element, s | of the sound, s | largest error after a seek, s |
| --- | --- | --- | --- | --- |
`;

test.describe.configure({ mode: 'default', retries: 0 });
test.use({ tools: 'system' });

test('the table is begun', () => {
  mkdirSync(dirname(table), { recursive: true });
  writeFileSync(table, head);
});

testCodecs(codecCases, {
  onRow: ({ name, way, lengthSeconds, seconds, largestErrorSeconds }) => {
    const cells = [name, way, lengthSeconds.toFixed(2), seconds, largestErrorSeconds.toFixed(3)];
    appendFileSync(table, `| ${cells.join(' | ')} |\n`);
  },
});

test('the table is printed', () => console.log(readFileSync(table, 'utf8')));
