// Lyrics of the corpus: each is read with the cues that ffmpeg reads. It gives the last line of a file no
// time, so that this one is compared by its begin and text.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withModule } from '../lib-typescript.mjs';
import { readByFfmpeg, tellDifference } from './lib-ffmpeg-cues.mjs';
import { listPlainCues } from './lib-plain-cues.mjs';

/** @param corpus folder of it */
export async function runSuite(corpus) {
  const root = join(corpus, 'subtitles', 'lrc');
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.lrc'))
    .sort();
  const failures = [];
  await withModule(
    '/electron/services/formats/read-subtitle-file.ts',
    async ({ readSubtitleFile }) => {
      for (const name of names) {
        const path = join(root, name);
        const { document } = readSubtitleFile(readFileSync(path), name);
        const theirs = await readByFfmpeg(path);
        const ours = listPlainCues(document);
        const last = theirs.at(-1);
        const open = ours.map((cue, index) =>
          index === ours.length - 1 && last?.endMs === last?.beginMs
            ? { ...cue, endMs: cue.beginMs }
            : cue,
        );
        const reason = tellDifference(open, theirs);
        if (reason !== undefined) failures.push({ name, reason });
      }
    },
  );
  return { total: names.length, failures };
}
