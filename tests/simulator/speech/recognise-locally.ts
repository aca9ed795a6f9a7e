import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
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
      words: z.array(z.object({ text: z.string(), beginMs: z.number(), endMs: z.number() })),
    }),
  ),
});

/** By the bytes and channels of a recording, since both services may be sent the same one. */
const heard = new Map<string, Promise<readonly SpokenSentence[]>>();

/**
 * Recognises with the studio's own engine, which understands English, in a process of its own. Each
 * channel is heard by itself, as the service does it. The program must be built.
 */
export async function recogniseLocally(
  audio: Pick<ReceivedAudio, 'path' | 'channels'>,
): Promise<readonly SpokenSentence[]> {
  const digest = createHash('sha256').update(await readFile(audio.path));
  const key = `${digest.digest('hex')} ${String(audio.channels)}`;
  const known = heard.get(key) ?? recogniseChannels(audio);
  heard.set(key, known);
  // What failed once is tried again.
  known.catch(() => heard.delete(key));
  return known;
}

async function recogniseChannels({
  path,
  channels,
}: Pick<ReceivedAudio, 'path' | 'channels'>): Promise<readonly SpokenSentence[]> {
  if (channels === 1) return recogniseChannel(path);
  const sentences: SpokenSentence[] = [];
  for (let channel = 0; channel < channels; channel += 1) {
    const alone = `${path}-${String(channel)}.wav`;
    try {
      await run(process.env['ZIMU_FFMPEG'] ?? 'ffmpeg', [
        ...['-v', 'error', '-nostdin', '-y', '-i', `file:${path}`],
        ...['-af', `pan=mono|c0=c${String(channel)}`, `file:${alone}`],
      ]);
      const found = await recogniseChannel(alone);
      sentences.push(...found.map((sentence) => ({ ...sentence, channel })));
    } finally {
      await rm(alone, { force: true });
    }
  }
  return sentences;
}

async function recogniseChannel(path: string): Promise<readonly SpokenSentence[]> {
  const result = `${path}.json`;
  try {
    await run(process.execPath, [
      ...[program, 'transcribe', path, '--engine', 'local', '--format', 'json', '--out', result],
    ]);
    const { sentences } = transcript.parse(JSON.parse(await readFile(result, 'utf8')));
    return sentences;
  } finally {
    await rm(result, { force: true });
  }
}
