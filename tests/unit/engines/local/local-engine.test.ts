import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  errorFromJson,
  errorToJson,
  StudioError,
} from '../../../../electron/core/errors/studio-error';
import { joinWords, type Word } from '../../../../electron/core/transcript/word';
import type { TranscriptionEngine } from '../../../../electron/engines/engine';
import {
  createLocalEngine,
  type LocalEngineOptions,
} from '../../../../electron/engines/local/local-engine';
import { failingSource, sourceOf, stuckSource, tonesAt } from '../../../helpers/audio-source';
import { recordContext } from '../../../helpers/run-engine';

const childScript = resolve(import.meta.dirname, '../../../fixtures/children/scripted-child.mjs');

let directory: string;
let engine: TranscriptionEngine;

function create(options: Partial<LocalEngineOptions> = {}): TranscriptionEngine {
  engine = createLocalEngine({
    modelsDirectory: directory,
    verify: () => Promise.resolve(),
    childScript,
    ...options,
  });
  return engine;
}

function plan(content: object): void {
  writeFileSync(join(directory, 'base', 'plan.json'), JSON.stringify(content));
}

function loadsOf(kind: 'recogniser' | 'detector'): number {
  const folder = kind === 'recogniser' ? 'base' : 'voice-detector';
  const path = join(directory, folder, `load-${kind}.count`);
  return existsSync(path) ? statSync(path).size : 0;
}

async function failureOf(work: Promise<unknown>): Promise<StudioError> {
  const thrown: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (thrown instanceof StudioError) return thrown;
  throw new Error('Expected a StudioError', { cause: thrown });
}

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'engine-'));
  for (const folder of ['base', 'voice-detector']) mkdirSync(join(directory, folder));
  create();
});

afterEach(async () => {
  await engine.dispose();
  rmSync(directory, { recursive: true });
});

const speech = sourceOf(
  tonesAt(
    [
      [0.5, 3],
      [5, 8],
      [10, 12],
      [15, 18],
    ],
    20,
  ),
);

describe('hearing a recording', () => {
  it('gives the segments in order, by report and in the end', async () => {
    plan({ texts: ['One.', 'Two three.', 'Four.', 'Five, six.'] });
    const context = recordContext();
    const result = await create({ workers: 1 }).transcribe({ audio: speech }, context);
    expect(result).toMatchObject({ language: 'en', durationMs: 20_000, notices: [] });
    expect(result.segments.map(({ words }) => joinWords(words))).toEqual([
      'One.',
      'Two three.',
      'Four.',
      'Five, six.',
    ]);
    expect(context.reportedSegments()).toEqual(result.segments);
    expect(context.reports.map(({ stage }) => stage)).toContain('loading');
    const fractions = context.reports.map(({ fraction }) => fraction);
    expect(fractions).toEqual([...fractions].sort((left, right) => left - right));
    expect(fractions.at(-1)).toBe(1);
    expect(result.segments.map(({ beginMs }) => Math.round(beginMs / 1000))).toEqual([
      0, 5, 10, 15,
    ]);
  });

  it('is empty for silence and for nothing at all', async () => {
    const silent = await engine.transcribe(
      { audio: sourceOf(new Float32Array(16_000 * 70)) },
      recordContext(),
    );
    expect(silent).toMatchObject({ durationMs: 70_000, segments: [], notices: [] });
    const empty = await engine.transcribe({ audio: sourceOf(new Float32Array()) }, recordContext());
    expect(empty).toMatchObject({ durationMs: 0, segments: [], notices: [] });
    // Silence may be over before the child has begun to load.
    expect(loadsOf('recogniser')).toBeLessThanOrEqual(1);
  });

  it('keeps its children for the next call', async () => {
    create({ workers: 1 });
    await engine.transcribe({ audio: speech }, recordContext());
    await engine.transcribe({ audio: speech }, recordContext());
    expect(loadsOf('recogniser')).toBe(1);
    expect(loadsOf('detector')).toBe(1);
  });

  it('serves two calls at once', async () => {
    const results = await Promise.all([
      engine.transcribe({ audio: speech }, recordContext()),
      engine.transcribe({ audio: speech }, recordContext()),
    ]);
    expect(results[0]).toEqual(results[1]);
    expect(results[0].segments).toHaveLength(4);
  });

  it('keeps what was not English out of the transcript and says where', async () => {
    plan({ meanLogProbability: -0.9 });
    const result = await engine.transcribe({ audio: speech }, recordContext());
    expect(result.segments).toEqual([]);
    expect(result.notices).toHaveLength(4);
    expect(result.notices[0]).toMatchObject({ kind: 'other-language', beginMs: 80 });
  });

  it('hears a segment again in halves when the decoder ran in circles', async () => {
    plan({ outcome: 'looped' });
    const result = await engine.transcribe(
      { audio: sourceOf(tonesAt([[0, 8]], 10)) },
      recordContext(),
    );
    expect(result.notices.map(({ kind }) => kind)).toEqual(['repetition', 'repetition']);
    expect(result.notices[0]?.endMs).toBe(result.notices[1]?.beginMs);
  });
});

describe('a circle after some English', () => {
  it('keeps the words before it, and tells of the time after them only', async () => {
    plan({ outcomes: ['ended', 'ended', 'ended', 'ended', 'looped'] });
    const audio = sourceOf(
      tonesAt(
        [
          [0, 4],
          [6, 10],
          [12, 16],
          [18, 22],
          [24, 25.4],
        ],
        30,
      ),
    );
    const context = recordContext();
    const result = await create({ workers: 1 }).transcribe({ audio }, context);
    expect(result.segments).toHaveLength(5);
    const kept = result.segments[4]!;
    expect(joinWords(kept.words)).toBe('Plain words, spoken slowly.');
    expect(result.notices).toMatchObject([{ kind: 'repetition', beginMs: kept.endMs }]);
    expect(result.notices[0]!.endMs).toBeGreaterThan(kept.endMs);
    expect(context.reportedSegments()).toEqual(result.segments);
  });
});

describe('what stops it', () => {
  it.each(['de', 'zh-CN', 'english'])('a language it does not know: %s', async (language) => {
    const error = await failureOf(engine.transcribe({ audio: speech, language }, recordContext()));
    expect(error.code).toBe('engine/unsupported-language');
    expect(error.data).toEqual({ language, engine: 'local', alternatives: ['flash', 'file'] });
    expect(loadsOf('recogniser')).toBe(0);
  });

  it.each(['en', 'en-GB', 'auto', 'EN-us'])('not a language it knows: %s', async (language) => {
    const result = await engine.transcribe({ audio: speech, language }, recordContext());
    expect(result.language).toBe('en');
  });

  it('a model it does not have', async () => {
    const error = await failureOf(
      engine.transcribe({ audio: speech, model: 'huge' }, recordContext()),
    );
    expect(error.code).toBe('usage/invalid');
  });

  it('model files that are missing', async () => {
    const missing = new StudioError('model/missing', 'Not prepared', { data: { model: 'base' } });
    create({ verify: () => Promise.reject(missing) });
    expect(await engine.check()).toEqual({ state: 'unavailable', error: missing });
    expect(await failureOf(engine.transcribe({ audio: speech }, recordContext()))).toBe(missing);
  });

  it('model files that are missing of the model asked for, and no other', async () => {
    const missing = new StudioError('model/missing', 'Not prepared', { data: { model: 'tiny' } });
    create({
      verify: (_directory, model) =>
        model === 'tiny' ? Promise.reject(missing) : Promise.resolve(),
    });
    expect(await engine.check('tiny')).toEqual({ state: 'unavailable', error: missing });
    expect(await engine.check('base')).toEqual({ state: 'ready' });
    expect(await engine.check()).toEqual({ state: 'ready' });
    expect(await engine.check('huge')).toMatchObject({
      state: 'unavailable',
      error: { code: 'usage/invalid', data: { option: 'model', value: 'huge' } },
    });
  });

  it('a segment on which two children died; what came before was reported', async () => {
    plan({ recognise: ['answer', 'crash', 'crash'] });
    const context = recordContext();
    const error = await failureOf(create({ workers: 1 }).transcribe({ audio: speech }, context));
    expect(error.code).toBe('engine/worker-failed');
    expect(errorFromJson(JSON.parse(JSON.stringify(errorToJson(error)))).data).toEqual(error.data);
    expect(context.reportedSegments()).toHaveLength(1);
  });

  it('media that cannot be decoded, under its own code', async () => {
    const broken = failingSource(new StudioError('media/unreadable', 'No sound in it'));
    const error = await failureOf(engine.transcribe({ audio: broken }, recordContext()));
    expect(error.code).toBe('media/unreadable');
  });

  it('a signal that had aborted before', async () => {
    const context = recordContext(AbortSignal.abort());
    expect((await failureOf(engine.transcribe({ audio: speech }, context))).code).toBe(
      'job/cancelled',
    );
    expect(loadsOf('recogniser')).toBe(0);
  });

  it('a signal, even if neither source nor child answer', async () => {
    plan({ recognise: ['hang'] });
    const controller = new AbortController();
    const context = recordContext(controller.signal);
    const audio = stuckSource(tonesAt([[0, 2]], 7));
    const running = failureOf(engine.transcribe({ audio }, context));
    while (!existsSync(join(directory, 'base', 'recognise.count'))) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    const begin = performance.now();
    controller.abort();
    expect((await running).code).toBe('job/cancelled');
    expect(performance.now() - begin).toBeLessThan(1500);
  });
});

describe('placing a known text', () => {
  it('gives one segment for each unit, text unchanged', async () => {
    plan({ texts: ['One two three.', 'Four five six.', 'Seven eight.', 'Nine ten.'] });
    const units = ['“One, two”\nthree', '', 'four FIVE sicks seven', 'eight nine ten ♪'];
    const result = await create({ workers: 1 }).align({ audio: speech, units }, recordContext());
    expect(result.segments.map(({ words }) => joinWords(words))).toEqual(units);
    const words = result.segments.flatMap((segment) => segment.words);
    expect(words.map(({ text, timing }) => [text, timing])).toEqual([
      ['One', 'measured'],
      ['two', 'measured'],
      ['three', 'measured'],
      ['four', 'measured'],
      ['FIVE', 'measured'],
      ['sicks', 'measured'],
      ['seven', 'measured'],
      ['eight', 'measured'],
      ['nine', 'measured'],
      ['ten', 'measured'],
    ]);
    expect(words[3]!.beginMs).toBeGreaterThan(4500);
  });

  it('estimates all of it in silence', async () => {
    const context = recordContext();
    const audio = sourceOf(new Float32Array(32_000));
    const result = await engine.align({ audio, units: ['Nobody said this.'] }, context);
    expect(result.segments[0]?.words.every(({ timing }) => timing === 'estimated')).toBe(true);
    expect(result.notices).toEqual([{ kind: 'not-speech', beginMs: 0, endMs: 2000 }]);
    expect(context.reports.flatMap(({ notices }) => notices)).toEqual(result.notices);
    expect(context.reports.at(-1)?.fraction).toBe(1);
  });

  it('says what was not English, and places the text all the same', async () => {
    plan({ meanLogProbability: -0.9 });
    const units = ['Plain words, spoken slowly.'];
    const context = recordContext();
    const result = await engine.align({ audio: speech, units }, context);
    expect(result.segments.map(({ words }) => joinWords(words))).toEqual(units);
    expect(result.notices.map(({ kind }) => kind)).toEqual(Array(4).fill('other-language'));
    expect(context.reports.flatMap(({ notices }) => notices)).toEqual(result.notices);
  });

  it('has reported the units that were placed when it is stopped', async () => {
    plan({
      texts: ['One two three.', 'Four five six.', 'Seven eight.', 'Nine ten.'],
      align: ['answer', 'hang'],
    });
    const units = ['one two three', 'four mike six', 'seven oscar', 'nine ten'];
    const controller = new AbortController();
    const context = recordContext(controller.signal, ({ segments }) => {
      if (segments.some(({ words }) => words[1]?.text === 'mike')) controller.abort();
    });
    const work = create({ workers: 1 }).align({ audio: speech, units }, context);
    expect((await failureOf(work)).code).toBe('job/cancelled');
    expect(context.reportedSegments().map(({ words }) => joinWords(words))).toEqual(
      units.slice(0, 2),
    );
  });
});

describe('timing the words of sentences anew', () => {
  it('starts no voice detector, which it would not ask', async () => {
    plan({ texts: [] });
    const placed: (readonly Word[] | undefined)[] = [];
    const words = ['One', 'two'].map((text) => ({ before: '', text, after: ' ' }));
    await create({ workers: 1 }).placeTexts!(
      {
        audio: speech,
        stretches: [{ beginMs: 500, endMs: 3000, words }],
        onPlaced: (_index, found) => placed.push(found),
      },
      recordContext(),
    );
    expect(placed.flat().map((word) => word?.timing)).toEqual(['measured', 'measured']);
    expect([loadsOf('recogniser'), loadsOf('detector')]).toEqual([1, 0]);
  });
});
