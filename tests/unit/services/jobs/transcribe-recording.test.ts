import { defaultCueLimits } from '@core/cues/cue-limits';
import { StudioError } from '@core/errors/studio-error';
import { findTranscriptProblems } from '@core/transcript/invariants';
import { tokenise } from '@core/transcript/tokenise';
import { describe, expect, it } from 'vitest';
import type {
  AudioSource,
  EngineSegment,
  TranscriptionEngine,
} from '../../../../electron/engines/engine';
import { createEngines, type ScriptedStep } from '../../../../electron/engines/registry';
import {
  alignRecording,
  type JobProgress,
  type RecordingEvent,
  transcribeRecording,
} from '../../../../electron/services/jobs/transcribe-recording';

const audio: AudioSource = {
  path: '/talk.wav',
  durationMs: 10_000,
  read: async function* () {
    yield await Promise.resolve(new Float32Array(16_000));
  },
};
const limits = defaultCueLimits('en');

function segment(text: string, beginMs: number): EngineSegment {
  const words = tokenise(text).map((token, index) => ({
    ...token,
    beginMs: beginMs + index * 400,
    endMs: beginMs + index * 400 + 300,
    timing: 'measured' as const,
  }));
  return { beginMs, endMs: words.at(-1)!.endMs, channel: 0, words };
}

const first = segment('The market opens at seven.', 500);
const second = segment('Bring some bread.', 5_000);

function engineOf(steps: readonly ScriptedStep[]) {
  const local = { modelsDirectory: '/none' };
  return createEngines({ local, scripted: { steps } }).get('scripted');
}

function listen(signal = new AbortController().signal) {
  const reports: JobProgress[] = [];
  return {
    reports,
    context: {
      signal,
      report: (event: RecordingEvent) => {
        if (event.kind === 'progress') reports.push(event);
      },
      log: () => undefined,
    },
  };
}

describe('transcribing a recording', () => {
  it('gives a valid transcript and reports its sentences as they come', async () => {
    const engine = engineOf([
      { fraction: 0.5, segments: [first] },
      { fraction: 1, segments: [second] },
    ]);
    const { reports, context } = listen();
    const outcome = await transcribeRecording({ audio, engine, limits }, context);
    expect(outcome.state).toBe('done');
    expect(findTranscriptProblems(outcome.transcript)).toEqual([]);
    expect(outcome.transcript).toMatchObject({
      version: 1,
      media: { path: '/talk.wav', durationMs: 10_000 },
      language: 'en',
      engine: 'scripted',
    });
    const texts = ['The market opens at seven.', 'Bring some bread.'];
    expect(outcome.transcript.sentences.map(({ text }) => text)).toEqual(texts);
    expect(reports.flatMap(({ sentences }) => sentences.map(({ text }) => text))).toEqual(texts);
  });

  it('[CU2] cuts by the script of the text where an engine of many languages was told none', async () => {
    const spoken = segment(
      '我们先看一下上个月的数据和这个月的计划再谈下个季度的安排以及预算。',
      500,
    );
    // Said quickly: the length of the lines is what cuts it, not the seconds.
    const words = spoken.words.map((word) => ({
      ...word,
      beginMs: word.beginMs / 2,
      endMs: word.endMs / 2,
    }));
    const chinese = { ...spoken, beginMs: 250, endMs: words.at(-1)!.endMs, words };
    const engine: TranscriptionEngine = {
      describe: () => ({
        ...{ id: 'scripted', languages: ['zh', 'en'], models: [] },
        texts: { name: ['Scripted', '脚本'] },
        ...{ givesWordTimes: true, needsNetwork: false, canAlign: false, takesAddresses: false },
      }),
      check: () => Promise.resolve({ state: 'ready' }),
      transcribe: (_request, { report }) => {
        const segments = [chinese, first];
        const step = { kind: 'progress', stage: 'transcribing', fraction: 1 } as const;
        report({ ...step, segments, notices: [] });
        return Promise.resolve({ language: 'und', durationMs: 20_000, segments, notices: [] });
      },
      align: () => Promise.reject(new Error('not asked')),
      dispose: () => Promise.resolve(),
    };
    const lengthsWith = async (chosen: object): Promise<readonly number[]> => {
      const outcome = await transcribeRecording({ audio, engine, ...chosen }, listen().context);
      return outcome.transcript.sentences.map(({ text }) => text.length);
    };
    const lengths = await lengthsWith({});
    expect(lengths.length).toBeGreaterThanOrEqual(3);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(32);
    // What a person chose wins: two lines of 42.
    expect(Math.max(...(await lengthsWith({ limits: { maxLineCharacters: 42 } })))).toBe(33);
  });

  it('keeps what was heard when the engine fails later', async () => {
    const error = new StudioError('engine/worker-failed', 'died twice');
    const engine = engineOf([{ fraction: 0.5, segments: [first] }, { error }]);
    const outcome = await transcribeRecording({ audio, engine, limits }, listen().context);
    expect(outcome.state).toBe('failed');
    expect(outcome.error?.code).toBe('engine/worker-failed');
    expect(outcome.transcript.sentences).toHaveLength(1);
  });

  it('keeps what was heard when the person stops it, which is no failure', async () => {
    const stop = new AbortController();
    const engine = engineOf([{ fraction: 0.5, segments: [first] }, { waitForever: true }]);
    const { context } = listen(stop.signal);
    const report = (event: RecordingEvent): void => {
      context.report(event);
      if (event.kind === 'progress' && event.sentences.length > 0) stop.abort();
    };
    const outcome = await transcribeRecording({ audio, engine, limits }, { ...context, report });
    expect(outcome.state).toBe('cancelled');
    expect(outcome.error?.code).toBe('job/cancelled');
    expect(outcome.transcript.sentences).toHaveLength(1);
  });
});

describe('aligning a text', () => {
  it('keeps each unit as one sentence where no limits are given', async () => {
    const units = ['First cue,\nin two lines.', 'Second cue.'];
    const outcome = await alignRecording({ audio, engine: engineOf([]), units }, listen().context);
    expect(outcome.state).toBe('done');
    expect(outcome.transcript.sentences.map(({ text }) => text)).toEqual(units);
    expect(findTranscriptProblems(outcome.transcript)).toEqual([]);
  });
});
