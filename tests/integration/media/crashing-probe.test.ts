import { afterAll, beforeAll, expect, it } from 'vitest';
import { findMediaTools, type MediaTools } from '../../../electron/services/media/find-media-tools';
import { probeMedia } from '../../../electron/services/media/probe-media';
import { findStandaloneTools } from '../../helpers/find-standalone-tools';
import { findSystemTools } from '../../helpers/find-system-tools';
import { describeUnless } from '../../helpers/skip';
import {
  createMediaFixture,
  findOnsetMs,
  hear,
  type MediaFixture,
  pictureInput,
} from './media-fixture';

const { ZIMU_FFMPEG, ZIMU_FFPROBE } = findStandaloneTools();
let fixture: MediaFixture;
let tools: MediaTools;

beforeAll(async () => {
  fixture = await createMediaFixture();
  tools = await findMediaTools({ environment: { ZIMU_FFMPEG, ZIMU_FFPROBE } });
});
afterAll(() => fixture.remove());

const late = ['-f', 'lavfi', '-i', 'sine=440:d=1,adelay=1000'];

describeUnless(
  ZIMU_FFPROBE === undefined ? 'needs the ffprobe of npm, an optional package' : undefined,
  'an MPEG-TS with the tools that npm has, whose ffprobe crashes on it',
  () => {
    it('opens with the same streams at the same times as with the tools of the system', async () => {
      const path = await fixture.make(
        'two.ts',
        ...[...pictureInput(2), ...late, ...late, '-map', '0:v', '-map', '1:a', '-map', '2:a'],
        ...['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a:0', 'aac', '-c:a:1', 'mp2'],
        ...['-ar', '48000', '-ac:a:1', '2', '-metadata:s:a:0', 'language=ger'],
      );
      const found = await probeMedia(path, tools);
      const right = await probeMedia(path, await findSystemTools());
      expect(found.container.name).toBe('mpegts');
      expect(Math.abs(found.durationMs! - right.durationMs!)).toBeLessThan(60);
      expect(found.audioStreamIndex).toBe(right.audioStreamIndex);
      const shape = (info: typeof right) =>
        info.streams.map(({ index, kind, codec, language, rateHz, channels, width, frameRate }) => [
          ...[index, kind, codec, language, rateHz, channels, width],
          frameRate && frameRate.numerator / frameRate.denominator,
        ]);
      expect(shape(found)).toEqual(shape(right));
      for (const [index, { startOffsetMs }] of found.streams.entries()) {
        expect(Math.abs(startOffsetMs - right.streams[index]!.startOffsetMs)).toBeLessThan(2);
      }
    });

    it('is heard where its sound stands', async () => {
      const path = await fixture.make('late.ts', ...late, '-c:a', 'aac', '-ar', '48000');
      const { samples, warnings } = await hear(path, tools);
      expect(Math.abs(findOnsetMs(samples) - 1_000)).toBeLessThan(60);
      expect(warnings).toEqual([]);
    });
  },
);
