import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { SubtitleFacts } from '@contract/api';
import { mostSubtitleBytes } from '@contract/file-kinds';
import type { ImportMode } from '@core/edits/kinds/import-text';
import type { Edit } from '@core/edits/edit';
import { describeThrown, StudioError } from '@core/errors/studio-error';
import type { FrameRate } from '@core/timing/frame-rate';
import { omitUndefined } from '@core/omit-undefined';
import { readBoundedFile } from '../files/regular-file';
import { readSubtitlesInSteps, type SubtitleFile } from '../formats/read-subtitle-file';
import { readWordTimesBeside } from '../formats/word-times-beside';
import { runInTurns } from '../timing/run-in-turns';

/** A file of subtitles with the bytes it was read from. */
export interface SubtitleSource {
  /** File name without folders. */
  readonly name: string;
  readonly bytes: Buffer;
  readonly file: SubtitleFile;
  /** Where it lies, where that is known, and what its bytes are, to write it back there. */
  readonly path: string | undefined;
  readonly sha256: string;
  /** The same for the same bytes under the same path. */
  readonly identity: string;
}

/** A file may be wrong in every line; a person reads the first of them. */
const mostRepairs = 1000;

/** Which file of subtitles is read, and what a person says of it. */
export interface SubtitlePlace {
  /** Absolute. */
  readonly path: string;
  /** Label of its encoding; by default it is found out [EN1]. */
  readonly encoding?: string | undefined;
  /** Frames a second of its recording, for a file that counts frames and does not say of what rate. */
  readonly fps?: FrameRate | undefined;
  /** What is known of a file that was kept: the name it had, and where it came from. */
  readonly kept?: { readonly name: string; readonly path: string | undefined };
}

/**
 * Reads a file of subtitles that a person opened, or that was kept as it came.
 * @throws StudioError `text/unreadable` (data: `path`, `reason`), `text/too-large`,
 *   `media/not-a-file`, `job/cancelled`
 */
export async function readSubtitleSource(
  { path, encoding, fps, kept }: SubtitlePlace,
  signal?: AbortSignal,
): Promise<SubtitleSource> {
  const bytes = await readSubtitleBytes(path);
  const name = kept?.name ?? basename(path);
  const origin = kept === undefined ? path : kept.path;
  const file = await runInTurns(readSubtitlesInSteps(bytes, name, encoding, { fps }), signal);
  const document =
    origin === undefined ? file.document : await readWordTimesBeside(file.document, origin);
  const [sha256, identity] = [hashOf(bytes), identify(path, bytes)];
  return { name, bytes, path: origin, sha256, file: { ...file, document }, identity };
}

/**
 * What lies in a file of subtitles.
 * @throws StudioError `text/unreadable` (data: `path`, `reason`, a code of the system), `text/too-large`,
 *   `media/not-a-file`
 */
export function readSubtitleBytes(path: string): Promise<Buffer> {
  return readBoundedFile(path, mostSubtitleBytes).catch((cause: unknown) => {
    if (cause instanceof StudioError) throw cause;
    const reason = (cause as NodeJS.ErrnoException).code ?? describeThrown(cause);
    throw new StudioError('text/unreadable', `${path} cannot be read: ${reason}`, {
      data: { path, reason },
      cause,
    });
  });
}

/** The same for the same bytes under the same path. */
export function identify(path: string, bytes: Buffer): string {
  return createHash('sha256').update(JSON.stringify(path)).update(bytes).digest('hex');
}

/** What bytes are, wherever they lie. */
export function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * The edit that brings a file into a project [ED13]; what it was is told to the document.
 * @param importId by which it is kept beside the project
 */
export function makeImportEdit(
  { name, file }: SubtitleSource,
  mode: ImportMode,
  importId: string,
): Edit {
  const { encoding, format, document } = file;
  const source = {
    ...document.source,
    format: format.id,
    ...{ name, importId },
    ...omitUndefined({ encoding: encoding?.label, hasByteOrderMark: encoding?.hasMark }),
  };
  const { sentences, language, speakers, styles, regions, comments, secondTexts } = document;
  const records = omitUndefined({ speakers, styles, regions, comments, secondTexts });
  return { kind: 'importText', mode, sentences, language, source, records };
}

/** What a person is told of a file. */
export function describeSubtitles({
  name,
  file,
}: Pick<SubtitleSource, 'name' | 'file'>): SubtitleFacts {
  const { encoding, document, format, repairs } = file;
  return {
    name,
    format: format.id,
    cueCount: document.sentences.length,
    ...omitUndefined({ encoding, lineEnding: document.source?.lineEnding }),
    repairs: repairs.slice(0, mostRepairs),
    repairCount: repairs.length,
  };
}
