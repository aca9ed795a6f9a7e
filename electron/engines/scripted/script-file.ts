import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { errorCodes } from '@core/errors/error-codes';
import { StudioError } from '@core/errors/studio-error';
import { noticeKinds } from '@core/jobs/notice-kinds';
import { tokenise } from '@core/transcript/tokenise';
import type { EngineSegment, TranscriptionEngine } from '../engine';
import {
  createScriptedEngine,
  type ScriptedEngineOptions,
  type ScriptedStep,
} from './scripted-engine';

/*
 * The file is JSON and is read at each call, so that a test may change it between two jobs:
 *
 *     {
 *       "languages": ["en", "zh"],                  optional, ["en"]
 *       "models": ["base", "tiny"],                 optional, none
 *       "unavailable": { "code": "model/missing" }, optional: why the engine cannot start
 *       "steps": [
 *         { "afterMs": 200,                         waits so long before the step
 *           "stage": "transcribing",                optional, as the step before
 *           "fraction": 0.5,                        optional, as the step before
 *           "segments": [{ "beginMs": 0, "endMs": 900, "text": "Hello there." }],
 *           "notices": [{ "kind": "not-speech", "beginMs": 900, "endMs": 2000 }] },
 *         { "error": { "code": "engine/worker-failed", "data": { "reason": "memory" } } },
 *         { "waitForever": true }                   only cancelling ends the job
 *       ]
 *     }
 *
 * A segment may also have "channel" and "speaker". Its words share its time evenly.
 */

const timeMs = z.int().nonnegative();
const error = z.strictObject({
  code: z.enum(errorCodes),
  message: z.string().default('as the script says'),
  data: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});
const scriptSchema = z.strictObject({
  languages: z.array(z.string()).min(1).default(['en']),
  models: z.array(z.string()).default([]),
  unavailable: error.optional(),
  steps: z.array(
    z.strictObject({
      afterMs: z.exactOptional(z.number().nonnegative()),
      stage: z.exactOptional(
        z.enum(['loading', 'transcribing', 'aligning', 'uploading', 'waiting']),
      ),
      fraction: z.exactOptional(z.number().min(0).max(1)),
      segments: z
        .array(
          z.strictObject({
            beginMs: timeMs,
            endMs: timeMs,
            text: z.string().min(1),
            channel: z.int().nonnegative().default(0),
            speaker: z.exactOptional(z.string()),
          }),
        )
        .default([]),
      notices: z
        .array(
          z.strictObject({
            kind: z.enum(noticeKinds),
            beginMs: timeMs,
            endMs: timeMs,
            count: z.exactOptional(z.int().nonnegative()),
          }),
        )
        .default([]),
      error: error.optional(),
      waitForever: z.boolean().default(false),
    }),
  ),
});
type Script = z.infer<typeof scriptSchema>;
type ScriptSegment = Script['steps'][number]['segments'][number];

/**
 * The scripted engine with its script in a file, for tests that run the product as a process.
 * @throws StudioError `usage/invalid` at each call, where the file is no script
 */
export function createScriptFileEngine(path: string): TranscriptionEngine {
  const readEngine = (): TranscriptionEngine => createScriptedEngine(readScript(path));
  return {
    describe: () => readEngine().describe(),
    check: (model) => readEngine().check(model),
    transcribe: async (request, context) => readEngine().transcribe(request, context),
    align: async (request, context) => readEngine().align(request, context),
    dispose: () => Promise.resolve(),
  };
}

function readScript(path: string): ScriptedEngineOptions {
  const script = parseScript(path);
  return {
    description: { languages: script.languages, models: script.models },
    steps: script.steps.map(toStep),
    ...(script.unavailable === undefined
      ? {}
      : { readiness: { state: 'unavailable', error: toError(script.unavailable) } }),
  };
}

function parseScript(path: string): Script {
  try {
    return scriptSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new StudioError('usage/invalid', `no script: ${path}`, {
      data: { problem: `ZIMU_SCRIPTED_ENGINE: ${path}` },
      cause,
    });
  }
}

function toStep({ error: failure, segments, ...step }: Script['steps'][number]): ScriptedStep {
  return {
    ...step,
    segments: segments.map(toSegment),
    ...(failure === undefined ? {} : { error: toError(failure) }),
  };
}

function toError({ code, message, data }: z.infer<typeof error>): StudioError {
  return new StudioError(code, message, { data });
}

function toSegment({ text, ...segment }: ScriptSegment): EngineSegment {
  const tokens = tokenise(text);
  const { beginMs, endMs } = segment;
  const timeAt = (index: number): number =>
    Math.round(beginMs + ((endMs - beginMs) * index) / tokens.length);
  const words = tokens.map((token, index) => ({
    ...token,
    beginMs: timeAt(index),
    endMs: timeAt(index + 1),
    timing: 'measured' as const,
  }));
  return { ...segment, words };
}
