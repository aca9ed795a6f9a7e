import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAudioSource } from '../../../electron/services/media/decode-audio';
import { probeMedia } from '../../../electron/services/media/probe-media';
import { findSystemTools } from '../../helpers/find-system-tools';
import { makeMedia } from '../../helpers/make-media';
import { longSpeech } from '../../helpers/use-cli-folder';
import { useStandaloneTools } from '../../helpers/use-standalone-tools';
import { findQuickTools } from './media-fixture';

useStandaloneTools();
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zimu-read-from-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function collect(blocks: AsyncIterable<Float32Array>): Promise<Float32Array> {
  const all: Buffer[] = [];
  for await (const block of blocks) {
    all.push(Buffer.from(block.buffer, block.byteOffset, block.byteLength));
  }
  return new Float32Array(Uint8Array.from(Buffer.concat(all)).buffer);
}

/** By how many samples two sounds are apart: where they are most alike. */
function findShift(whole: Float32Array, part: Float32Array, at: number): number {
  let best = { shift: 0, likeness: -Infinity };
  for (let shift = -800; shift <= 800; shift++) {
    let likeness = 0;
    for (let index = 0; index < 8_000; index += 3) {
      likeness += part[index + 4_000]! * whole[at + index + 4_000 + shift]!;
    }
    if (likeness > best.likeness) best = { shift, likeness };
  }
  return best.shift;
}

describe('reading a recording from its middle', () => {
  it.each([
    ['wav', [], findQuickTools],
    ['flac', [], findQuickTools],
    // Where frames before the place are needed, those of the system are asked as well.
    ['mp3', ['-q:a', '5'], findSystemTools],
    ['m4a', ['-c:a', 'aac'], findSystemTools],
    ['ogg', ['-c:a', 'libvorbis'], findQuickTools],
    ['mkv', ['-c:a', 'libopus'], findQuickTools],
    ['aac', ['-c:a', 'aac'], findQuickTools],
  ])('of a %s begins at the very sample', async (extension, codec, findTools) => {
    const path = join(folder, `talk.${extension}`);
    makeMedia(path, ['-i', longSpeech, ...codec]);
    const tools = await findTools();
    const { signal } = new AbortController();
    const audio = createAudioSource(path, await probeMedia(path, tools, signal), tools);
    const whole = await collect(audio.read(signal));
    for (const beginMs of [2_340, 9_870, 17_003]) {
      const part = await collect(audio.readFrom!(beginMs, signal));
      // Less than 5 ms: below what an aligner tells apart.
      expect(Math.abs(findShift(whole, part, beginMs * 16))).toBeLessThan(80);
    }
  });
});
