import { describe, expect, it } from 'vitest';
import { StudioError } from '../../electron/core/errors/studio-error';
import { tokenise } from '../../electron/core/transcript/tokenise';
import type { EngineSegment } from '../../electron/engines/engine';
import { createScriptedEngine } from '../../electron/engines/scripted/scripted-engine';
import { sourceOf } from '../helpers/audio-source';
import { recordContext } from '../helpers/run-engine';
import { testEngine } from './engine-suite';

function say(text: string, beginMs: number): EngineSegment {
  const words = tokenise(text).map((token, index) => ({
    ...token,
    beginMs: beginMs + index * 300,
    endMs: beginMs + (index + 1) * 300,
    timing: 'measured' as const,
  }));
  return { beginMs, endMs: words.at(-1)?.endMs ?? beginMs, channel: 0, words };
}

testEngine('scripted', {
  readsAudio: false,
  create: () =>
    createScriptedEngine({
      steps: [
        { stage: 'loading', fraction: 0 },
        { stage: 'transcribing', fraction: 0.5, segments: [say('The market opens.', 500)] },
        { afterMs: 5, fraction: 1, segments: [say('Farmers bring apples.', 3000)] },
      ],
    }),
  createForSilence: () => createScriptedEngine({ steps: [{ fraction: 1 }] }),
  speech: () => sourceOf(new Float32Array(16_000 * 6)),
  units: ['The market', 'opens. Farmers bring “pears”.'],
  spokenWord: 'farmers',
});

describe('a script', () => {
  it('may end in a failure, after what was reported', async () => {
    const error = new StudioError('engine/unavailable', 'As told');
    const context = recordContext();
    const engine = createScriptedEngine({
      steps: [{ segments: [say('One.', 0)] }, { error }],
    });
    const audio = sourceOf(new Float32Array(16_000));
    await expect(engine.transcribe({ audio }, context)).rejects.toBe(error);
    expect(context.reportedSegments()).toHaveLength(1);
  });

  it('may be ready with one model and not with another', async () => {
    const error = new StudioError('model/missing', 'As told');
    const engine = createScriptedEngine({
      readiness: (model) =>
        model === 'tiny' ? { state: 'unavailable', error } : { state: 'ready' },
    });
    expect(await engine.check('tiny')).toEqual({ state: 'unavailable', error });
    expect(await engine.check()).toEqual({ state: 'ready' });
  });

  it('may wait for its signal alone', async () => {
    const controller = new AbortController();
    const context = recordContext(controller.signal, () => controller.abort());
    const engine = createScriptedEngine({ steps: [{ fraction: 0.1 }, { waitForever: true }] });
    const audio = sourceOf(new Float32Array(16_000));
    await expect(engine.transcribe({ audio }, context)).rejects.toMatchObject({
      code: 'job/cancelled',
    });
  });
});
