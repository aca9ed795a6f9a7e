import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { ScriptedAnswer } from '../simulator-world';
import type { SimulatorChanges } from '../start-simulator';
import { changesSchema } from './changes-schema';

const timeMs = z.number().nonnegative();

const sentence = z.strictObject({
  text: z.string(),
  beginMs: timeMs,
  endMs: timeMs,
  channel: z.number().int().nonnegative().exactOptional(),
  speaker: z.number().int().positive().exactOptional(),
  words: z
    .array(z.strictObject({ text: z.string(), beginMs: timeMs, endMs: timeMs }))
    .exactOptional(),
});

/** All that is given must hold; nothing given holds for every recording. */
const condition = z.strictObject({
  service: z.enum(['flash', 'file']).exactOptional(),
  appkey: z.string().exactOptional(),
  language: z.enum(['zh', 'en']).exactOptional(),
  /** A part of the link it was fetched from; what is uploaded to flash has none. */
  link: z.string().exactOptional(),
  atLeastMs: timeMs.exactOptional(),
  atMostMs: timeMs.exactOptional(),
});

const answer = z
  .strictObject({ when: condition.default({}), sentences: z.array(sentence) })
  .transform(({ when, sentences }): ScriptedAnswer => ({ when: makeTest(when), sentences }));

const script = z.strictObject({
  answers: z.array(answer).default([]),
  set: changesSchema.default({}),
});

/** What a simulator is started with: its answers, and what is to go otherwise than usual. */
export interface SimulatorScript {
  readonly answers: readonly ScriptedAnswer[];
  readonly set: SimulatorChanges;
}

/**
 * Reads a script from its JSON file.
 * @throws Error with all that is wrong with it, and where
 */
export async function readScript(path: string): Promise<SimulatorScript> {
  const text = await readFile(path, 'utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(`${path} is not JSON: ${String(error)}`, { cause: error });
  }
  const parsed = script.safeParse(value);
  if (!parsed.success) throw new Error(`${path}:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function makeTest(when: z.output<typeof condition>): ScriptedAnswer['when'] {
  const { service, appkey, language, link, atLeastMs = 0, atMostMs = Infinity } = when;
  return (audio) =>
    (service ?? audio.service) === audio.service &&
    (appkey ?? audio.appkey) === audio.appkey &&
    (language ?? audio.language) === audio.language &&
    (link === undefined || (audio.link ?? '').includes(link)) &&
    audio.durationMs >= atLeastMs &&
    audio.durationMs <= atMostMs;
}
