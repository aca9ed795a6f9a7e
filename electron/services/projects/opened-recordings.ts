import { createHash } from 'node:crypto';
import { z } from 'zod';
import { describeThrown } from '@core/errors/studio-error';
import { hasMedia } from '@core/project-file/project';
import { isNeverTouched } from '../files/foreign-paths';
import { readRegularText } from '../files/regular-file';
import { setAside } from '../files/set-aside';
import { writeText } from '../files/write-text';
import { createSerialQueue } from './serial-queue';

/**
 * Who said that a path is the recording of a project: a person, who opened or chose the file here,
 * or a project file that came from elsewhere and beside which it lay.
 */
export type RecordingOrigin = 'person' | 'beside';

/** A project and a path of which it says that its recording lies there. */
export interface ClaimedRecording {
  readonly projectId: string;
  readonly path: string;
}

/**
 * Which recordings belong to which projects by what was done here, whatever the projects say [PF5].
 * It is a file of this computer's data folder, and none of those that a project consists of: a
 * project can be sent, copied and synchronised, and with it everything it claims.
 */
export interface OpenedRecordings {
  /** Undefined for what is only claimed. */
  find(claim: ClaimedRecording): Promise<RecordingOrigin | undefined>;
  /** Keeps it before the project is used; a person's word is never taken back by a file's. */
  remember(claim: ClaimedRecording, origin: RecordingOrigin): Promise<void>;
  /** Whether a person has said that this recording may go to the service of an engine. */
  maySend(claim: ClaimedRecording, engine: string): Promise<boolean>;
  allowSending(claim: ClaimedRecording, engine: string): Promise<void>;
}

export interface OpenedRecordingsOptions {
  /** Absolute; of this computer, outside of the projects. */
  readonly path: string;
  /** The projects of a data folder that is older than this record: they were made here. */
  readonly listExisting: () => Promise<readonly ClaimedRecording[]>;
  readonly log: (line: string) => void;
}

const entrySchema = z.object({
  origin: z.enum(['person', 'beside']),
  sentTo: z.exactOptional(z.array(z.string())),
});
type Entry = z.infer<typeof entrySchema>;
const fileSchema = z.object({
  version: z.literal(1),
  recordings: z.record(z.string(), entrySchema),
});

/** The oldest leave beyond it; a file of this many entries is one of about a megabyte. */
const mostEntries = 20_000;

/** Reads the record when it is first needed; the projects that are there by then begin it. */
export function createOpenedRecordings(options: OpenedRecordingsOptions): OpenedRecordings {
  const { path, listExisting, log } = options;
  const entries = new Map<string, Entry>();
  const oneWriting = createSerialQueue();
  let reading: Promise<void> | undefined;

  const begin = async (): Promise<void> => {
    for (const claim of await listExisting()) {
      // Of the older program's projects some may have come from elsewhere.
      if (hasMedia(claim) && !isNeverTouched(claim.path)) {
        entries.set(formatKey(claim), { origin: 'person' });
      }
    }
    await write();
  };
  const read = async (): Promise<void> => {
    let text: string;
    try {
      text = await readRegularText(path);
    } catch (thrown) {
      const { code } = thrown as NodeJS.ErrnoException;
      if (code !== 'ENOENT' && code !== 'ENOTDIR') {
        // Without it nothing is opened on a project's word; a person can choose each recording.
        log(`recordings: ${path} cannot be read: ${describeThrown(thrown)}`);
        return;
      }
      await begin();
      return;
    }
    try {
      const { recordings } = fileSchema.parse(JSON.parse(text));
      for (const [key, entry] of Object.entries(recordings)) entries.set(key, entry);
    } catch (thrown) {
      const kept = await setAside(path).catch(() => path);
      log(`recordings: ${path} cannot be understood, kept as ${kept}: ${describeThrown(thrown)}`);
      await begin();
    }
  };
  const ready = (): Promise<void> => (reading ??= read());
  const write = (): Promise<void> =>
    oneWriting(() => {
      const recordings = Object.fromEntries([...entries].slice(-mostEntries));
      const text = `${JSON.stringify({ version: 1, recordings })}\n`;
      return writeText(path, text, 'project/unwritable');
    }).catch((thrown: unknown) =>
      // In this run it holds all the same.
      log(`recordings: ${describeThrown(thrown)}`),
    );
  const keep = async (claim: ClaimedRecording, entry: Entry): Promise<void> => {
    const key = formatKey(claim);
    entries.delete(key);
    entries.set(key, entry);
    await write();
  };
  const get = async (claim: ClaimedRecording): Promise<Entry | undefined> => {
    await ready();
    return entries.get(formatKey(claim));
  };

  return {
    find: async (claim) => (await get(claim))?.origin,
    async remember(claim, origin) {
      const known = await get(claim);
      if (known?.origin === 'person' || known?.origin === origin) return;
      await keep(claim, { ...known, origin });
    },
    async maySend(claim, engine) {
      const known = await get(claim);
      return known?.origin === 'person' || known?.sentTo?.includes(engine) === true;
    },
    async allowSending(claim, engine) {
      const { origin = 'beside', sentTo = [] } = (await get(claim)) ?? {};
      if (!sentTo.includes(engine)) await keep(claim, { origin, sentTo: [...sentTo, engine] });
    },
  };
}

/**
 * A project may be removed and come back from a copy, so entries outlive it; what was forgotten is
 * then not to be read from them.
 */
function formatKey({ projectId, path }: ClaimedRecording): string {
  return createHash('sha256')
    .update(JSON.stringify([projectId, path]))
    .digest('hex')
    .slice(0, 32);
}
