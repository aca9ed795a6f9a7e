/** A file that is to be opened, by what its name says. */
export interface NamedFile {
  readonly name: string;
  readonly kind: 'media' | 'project' | 'subtitle';
}

/** What becomes one project: a file, and the recording that belongs to it. */
export interface FilePair<File extends NamedFile> {
  readonly file: File;
  /** Of a subtitle. */
  readonly media?: File;
}

/**
 * Finds the recordings that subtitles given with them belong to. One of each belong together,
 * whatever they are called; among several, names decide: `talk.srt` and `talk.zh.srt` belong to
 * `talk.mp4`. A recording with subtitles is not opened once more by itself.
 * @returns in the order of the files
 */
export function pairFiles<File extends NamedFile>(
  files: readonly File[],
): readonly FilePair<File>[] {
  const recordings = files.filter(({ kind }) => kind === 'media');
  const subtitles = files.filter(({ kind }) => kind === 'subtitle');
  const isOneOfEach = recordings.length === 1 && subtitles.length === 1;
  const paired = new Map(
    subtitles.map((file) => [file, isOneOfEach ? recordings[0] : findByName(file, recordings)]),
  );
  const taken = new Set(paired.values());
  return files
    .filter((file) => !taken.has(file))
    .map((file) => {
      const media = paired.get(file);
      return media === undefined ? { file } : { file, media };
    });
}

/** The recording with the longest name that the subtitle's begins with. */
function findByName<File extends NamedFile>(
  { name }: File,
  recordings: readonly File[],
): File | undefined {
  const stem = getStem(name);
  return recordings
    .filter((recording) => {
      const begin = getStem(recording.name);
      return stem === begin || stem.startsWith(`${begin}.`);
    })
    .toSorted((left, right) => right.name.length - left.name.length)[0];
}

/** A name without its last extension; case means nothing on most disks. */
function getStem(name: string): string {
  return name.replace(/\.[^.]+$/u, '').toLowerCase();
}
