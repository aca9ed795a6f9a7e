import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { formatProject } from '@core/project-file/project-file';
import { makeMedia } from '../helpers/make-media';
import { makeProject, type ProjectPlan } from './demo/make-project';

const fixtures = resolve(import.meta.dirname, '../fixtures/audio');

/** A recording of speech under a name of the test's own; gives its path. */
export function placeSpeech(
  folder: string,
  name: string,
  which: 'short' | 'long' = 'short',
): string {
  const path = join(folder, name);
  copyFileSync(join(fixtures, `${which}-english.flac`), path);
  return path;
}

/** The first three sentences of the long recording, for tests that need several heard; gives its path. */
export function placeThreeSentences(folder: string, name: string): string {
  const path = join(folder, name);
  makeMedia(path, ['-i', join(fixtures, 'long-english.flac'), '-t', '13.5']);
  return path;
}

/** What makes speech into files that no browser plays, by extension. */
const unplayable = {
  aiff: ['-c:a', 'pcm_s16be'],
  wma: ['-c:a', 'wmav2'],
  // Sound that plays and a picture that does not.
  mp4: [
    ...['-f', 'lavfi', '-i', 'testsrc=size=160x90:rate=10', '-shortest'],
    ...['-c:v', 'libx265', '-x265-params', 'log-level=error', '-c:a', 'aac'],
  ],
} as const;

/** Speech as a file that no browser plays; gives its path. */
export function placeUnplayable(
  folder: string,
  extension: keyof typeof unplayable | 'amr',
): string {
  const path = join(folder, `tape.${extension}`);
  if (extension === 'amr') copyFileSync(join(fixtures, 'short-english.amr'), path);
  else makeMedia(path, ['-i', join(fixtures, 'brief-english.flac'), ...unplayable[extension]]);
  return path;
}

/** Media of this worker, by length in seconds; a test gets a copy. */
const hums = new Map<number, string>();

/** A faint hum of any length in a small file; gives its path. */
export function makeLongMedia(folder: string, name: string, seconds: number): string {
  let made = hums.get(seconds);
  if (made === undefined) {
    made = makeHum(openWorkerFolder(), seconds);
    hums.set(seconds, made);
  }
  const path = join(folder, name);
  copyFileSync(made, path);
  return path;
}

/**
 * A minute is encoded and then repeated as it is, because hours of encoding would take longer than
 * the test.
 */
function makeHum(folder: string, seconds: number): string {
  const piece = join(folder, 'piece.mp3');
  makeMedia(piece, [
    ...['-f', 'lavfi', '-i', 'sine=frequency=220:sample_rate=8000:duration=60'],
    ...['-af', 'tremolo=f=0.5:d=0.9,volume=0.3', '-ac', '1', '-b:a', '8k'],
  ]);
  if (seconds === 60) return piece;
  const list = join(folder, 'pieces.txt');
  writeFileSync(list, `file '${piece}'\n`.repeat(Math.ceil(seconds / 60)));
  const path = join(folder, `hum-${seconds}.mp3`);
  makeMedia(path, [
    ...['-f', 'concat', '-safe', '0', '-i', list, '-t', String(seconds), '-c', 'copy'],
  ]);
  return path;
}

let workerFolder: string | undefined;

/** A folder that goes away with this process. */
function openWorkerFolder(): string {
  if (workerFolder === undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'zimu-ui-media-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    workerFolder = folder;
  }
  return workerFolder;
}

/** A `.zimu` file about a recording that is there. */
export function writeProject(
  path: string,
  mediaPath: string,
  plan: Omit<ProjectPlan, 'mediaName'>,
): string {
  const project = makeProject({ ...plan, mediaName: basename(mediaPath) });
  writeFileSync(path, formatProject({ ...project, media: { ...project.media, path: mediaPath } }));
  return path;
}
