import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { joinWords } from '@core/transcript/word';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createEngines } from '../../../../electron/engines/registry';
import { sourceOf } from '../../../helpers/audio-source';
import { recordContext } from '../../../helpers/run-engine';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zimu-script-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const audio = sourceOf(new Float32Array(16_000));

function engineOf(script: unknown) {
  const scriptFile = join(folder, 'script.json');
  const write = (content: unknown): void => writeFileSync(scriptFile, JSON.stringify(content));
  write(script);
  const local = { modelsDirectory: '/none' };
  const engines = createEngines({ local, scripted: { scriptFile } });
  expect(engines.ids).toEqual([...createEngines({ local }).ids, 'scripted']);
  expect(engines.ids[0]).toBe('local');
  return { engine: engines.get('scripted'), write };
}

it('a script in a file is played, and read anew for the next job', async () => {
  const segment = { beginMs: 100, endMs: 900, text: 'Hello there, you two.' };
  const { engine, write } = engineOf({
    languages: ['en', 'zh'],
    models: ['big'],
    steps: [
      { stage: 'transcribing', fraction: 0.5, segments: [segment] },
      { fraction: 1, notices: [{ kind: 'not-speech', beginMs: 900, endMs: 1_000 }] },
    ],
  });
  expect(engine.describe()).toMatchObject({ languages: ['en', 'zh'], models: ['big'] });
  expect(await engine.check()).toEqual({ state: 'ready' });
  const result = await engine.transcribe({ audio }, recordContext());
  expect(result.notices).toHaveLength(1);
  expect(result.segments).toHaveLength(1);
  const { words } = result.segments[0]!;
  expect(joinWords(words)).toBe(segment.text);
  expect(words.map(({ beginMs, endMs }) => [beginMs, endMs])).toEqual([
    [100, 300],
    [300, 500],
    [500, 700],
    [700, 900],
  ]);

  write({ steps: [{ error: { code: 'engine/worker-failed', data: { reason: 'memory' } } }] });
  await expect(engine.transcribe({ audio }, recordContext())).rejects.toMatchObject({
    code: 'engine/worker-failed',
    data: { reason: 'memory' },
  });
});

it('a script may make the engine unavailable', async () => {
  const { engine } = engineOf({ unavailable: { code: 'model/missing' }, steps: [] });
  expect(await engine.check()).toMatchObject({
    state: 'unavailable',
    error: { code: 'model/missing' },
  });
});

it('what is no script is refused', async () => {
  const { engine } = engineOf({ steps: [{ afterSeconds: 1 }] });
  await expect(engine.transcribe({ audio }, recordContext())).rejects.toMatchObject({
    code: 'usage/invalid',
  });
});
