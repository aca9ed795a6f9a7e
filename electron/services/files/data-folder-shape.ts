/**
 * What the product puts into its data folders, by name: what else lies there is somebody else's.
 * A new file or folder of ours gets its row here, so that it is known when rights are mended.
 */
export type Shape =
  | { readonly kind: 'file' }
  /** Ours with all that is in it. */
  | { readonly kind: 'everything' }
  /** Ours itself; its maker looks after what is in it. */
  | { readonly kind: 'shut' }
  | { readonly kind: 'folder'; readonly entries: readonly Entry[] };

interface Entry {
  readonly pattern: RegExp;
  readonly shape: Shape;
  /** Anybody's folder may have such a name: ours is empty or holds one of these. */
  readonly marks?: readonly string[];
}

const file: Shape = { kind: 'file' };
const everything: Shape = { kind: 'everything' };

function folderOf(...entries: readonly Entry[]): Shape {
  // What a look at whether the folder can be written leaves when it is killed.
  const probe = { pattern: /^\.write-probe\.\d+$/, shape: file };
  return { kind: 'folder', entries: [probe, ...entries] };
}

/** A file that is written whole, one beside it that will take its place, and broken ones. */
function fileNamed(name: string): Entry {
  return { pattern: new RegExp(`^${name.replaceAll('.', '\\.')}(?:\\..+)?$`), shape: file };
}

const partial: Entry = { pattern: /\.partial$/, shape: file };

export const shapeOfCache = folderOf(
  fileNamed('tools.json'),
  { pattern: /^peaks$/, shape: folderOf({ pattern: /\.(?:peaks|gaps)$/, shape: file }, partial) },
  {
    pattern: /^proxies$/,
    shape: folderOf({ pattern: /\.(?:mp4|m4a|mkv|mka|webm)$/, shape: file }, partial),
  },
  { pattern: /^uploads$/, shape: folderOf({ pattern: /\.(?:mp3|wav)$/, shape: file }) },
);

const projectMarks = ['project.zimu', 'project.zimu.bak', 'project.damaged.zimu'];
/** Of Chromium's, with whatever is the first to be there. */
const profileMarks = ['Local State', 'Preferences', 'Default', 'First Run', 'SingletonLock'];

const filesOfHome = [
  ...['settings.json', 'jobs.json', 'session.json', 'window.json', 'studio.lock'],
  'opened-recordings.json',
];

export const shapeOfHome = folderOf(
  ...filesOfHome.map(fileNamed),
  {
    pattern: /^projects$/,
    shape: folderOf(
      { pattern: /^[A-Za-z0-9][\w-]*$/, shape: everything, marks: projectMarks },
      { pattern: /^\.(?:new|removed)-/, shape: everything },
    ),
  },
  {
    pattern: /^uploads$/,
    shape: folderOf({ pattern: /^(?:[0-9a-f]{24}|\.incoming)$/, shape: everything }),
  },
  // Beside each task its lock, and what is written to take its place.
  {
    pattern: /^tasks$/,
    shape: folderOf({ pattern: /^[0-9a-f]{64}\.json(?:\..+)?$/, shape: file }),
  },
  // Of tasks, by their ids.
  {
    pattern: /^replies$/,
    shape: folderOf({ pattern: /^(?=.*\d)[\w-]{8,128}\.json(?:\..+)?$/, shape: file }),
  },
  { pattern: /^way-in$/, shape: folderOf({ pattern: /^[0-9a-f]{16}\.html$/, shape: file }) },
  { pattern: /^(?:window|electron)$/, shape: { kind: 'shut' }, marks: profileMarks },
  { pattern: /^cache$/, shape: shapeOfCache },
);
