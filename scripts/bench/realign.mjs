// What a person waits who re-aligns one sentence of an hour of mp3, against ffmpeg alone, which has to
// start and read the same stretch in any case.
import { join } from 'node:path';
import { withModule } from '../lib-typescript.mjs';

const runs = 7;

/**
 * @param scratch a folder for files
 * @param clip a recording of a few seconds of English
 * @param tools `timeFfmpeg` runs ffmpeg, and gives the ms that it took; `report` and `note` add rows
 */
export async function measureRealign(scratch, clip, { durationMs, timeFfmpeg, report, note }) {
  const hour = join(scratch, 'spoken-hour.mp3');
  await timeFfmpeg([
    ...['-stream_loop', '-1', '-i', clip, '-t', '3600'],
    ...['-ac', '1', '-b:a', '64k', hour],
  ]);
  const offsetMs = Math.round(durationMs * Math.floor(1_800_000 / durationMs));
  const folder = join(scratch, 'realign');
  await withModule('/tests/helpers/measure-realign.ts', async ({ measureRealign: measure }) => {
    const request = { clip, recording: hour, offsetMs, folder, runs };
    const { tookMs, beginMs, endMs } = await measure(request);
    const stretch = ['-ss', `${beginMs / 1000}`, '-t', `${(endMs - beginMs) / 1000}`, '-i', hour];
    const peerMs = [];
    for (let run = 0; run < runs; run++) {
      peerMs.push(
        await timeFfmpeg([...stretch, ...['-ac', '1', '-ar', '16000', '-f', 'null', '-']]),
      );
    }
    const [ours, peer] = [tookMs, peerMs].map(median);
    const first = `first after ${(tookMs[0] / 1000).toFixed(2)} s`;
    report('ffmpeg, the sound of one sentence', peer, '', undefined);
    report('one sentence re-aligned, of 1 h mp3', ours, first, undefined);
    note('  against ffmpeg alone', `${(ours / peer).toFixed(2)} × as long`);
  });
}

function median(values) {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)];
}
