import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { ReceivedAudio, SpokenSentence } from './spoken-sentence';

const run = promisify(execFile);
const program = resolve(import.meta.dirname, '../../../scripts/zimu.mjs');

const transcript = z.object({
  sentences: z.array(
    z.object({
      text: z.string(),
      beginMs: z.number(),
      endMs: z.number(),
      channel: z.number().optional(),
      words: z.array(z.object({ text: z.string(), beginMs: z.number(), endMs: z.number() })),
    }),
  ),
});

/**
 * Recognises with the studio's own engine, which understands English, in a process of its own.
 * The program must be built.
 */
export async function recogniseLocally({
  path,
}: Pick<ReceivedAudio, 'path'>): Promise<readonly SpokenSentence[]> {
  const result = `${path}.json`;
  try {
    await run(process.execPath, [
      ...[program, 'transcribe', path, '--engine', 'local', '--format', 'json', '--out', result],
    ]);
    const { sentences } = transcript.parse(JSON.parse(await readFile(result, 'utf8')));
    return sentences.map(({ channel, ...sentence }) =>
      channel === undefined ? sentence : { ...sentence, channel },
    );
  } finally {
    await rm(result, { force: true });
  }
}
