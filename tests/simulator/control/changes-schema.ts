import { z } from 'zod';
import type { SimulatorChanges } from '../start-simulator';

const count = z.number().int().nonnegative();
const timeMs = z.number().nonnegative();

const behaviour = {
  nowOffsetMs: z.number().exactOptional(),
  tokenLifeMs: timeMs.exactOptional(),
  queueingQueries: count.exactOptional(),
  runningQueries: count.exactOptional(),
  taskMs: timeMs.exactOptional(),
  queryGapMs: timeMs.exactOptional(),
  submitsPerSecond: count.exactOptional(),
  queriesPerSecond: count.exactOptional(),
  emptyResult: z.enum(['no-valid-fragment', 'no-words', 'no-words-41050029']).exactOptional(),
  tokenRefusal: z.literal([400, 403]).exactOptional(),
  isSpeakerAlwaysGiven: z.boolean().exactOptional(),
  // JSON has no undefined: null goes back to the number that the audio has.
  durationMs: z.union([timeMs, z.null().transform(() => undefined)]).exactOptional(),
};

/** Which requests a fault is meant for. */
const choice = {
  times: z.number().int().positive().exactOptional(),
  path: z
    .string()
    .refine(isPattern, 'is not a regular expression')
    .transform((pattern) => new RegExp(pattern))
    .exactOptional(),
  method: z.string().exactOptional(),
};

const refusal = {
  ...choice,
  code: z.union([z.number().int(), z.string()]),
  text: z.string().exactOptional(),
  httpStatus: z.number().int().min(100).max(599).exactOptional(),
};

const networkFault = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reset'), afterBytes: count, ...choice }),
  z.strictObject({ kind: z.literal('stall'), afterBytes: count, ...choice }),
  z.strictObject({ kind: z.literal('never'), ...choice }),
  z.strictObject({
    kind: z.literal('status'),
    httpStatus: z.number().int().min(200).max(599),
    body: z.string().exactOptional(),
    ...choice,
  }),
  z.strictObject({
    kind: z.literal('slow'),
    delayMs: timeMs,
    bytesPerSecond: z.number().positive().exactOptional(),
    ...choice,
  }),
  z.strictObject({ kind: z.literal('half-reply'), ...choice }),
  z.strictObject({ kind: z.literal('not-json'), ...choice }),
  z.strictObject({ kind: z.literal('wrong-length'), byBytes: z.number().int(), ...choice }),
  z.strictObject({ kind: z.literal('extra-fields'), ...choice }),
  z.strictObject({ kind: z.literal('sentences'), count, ...choice }),
]);

const fault = z.union([
  networkFault,
  z.strictObject({ kind: z.literal('refuse').default('refuse'), ...refusal }),
]);
const faults = z.union([fault, z.array(fault)]).exactOptional();

/** `SimulatorChanges` as JSON; `path` of a fault is the source of a regular expression. */
export const changesSchema = z.strictObject({
  ...behaviour,
  nextToken: faults,
  nextFlash: faults,
  nextSubmit: faults,
  nextTask: faults,
  nextResult: faults,
  nextService: faults,
}) satisfies z.ZodType<SimulatorChanges>;

function isPattern(source: string): boolean {
  try {
    return new RegExp(source) instanceof RegExp;
  } catch {
    return false;
  }
}
