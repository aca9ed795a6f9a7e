import type { ProjectSummary } from '@contract/api';
import { applyDiff } from '@core/edits/apply-diff';
import { planEditInSteps } from '@core/edits/apply-edit';
import { omitUndefined } from '@core/omit-undefined';
import { hasMedia, noMedia, type ProjectMedia } from '@core/project-file/project';
import { readMediaIdentity } from '../media/media-identity';
import { assertHasAudio } from '../media/probe-media';
import { throwIfCancelled } from '../media/run-tool';
import { runInTurns } from '../timing/run-in-turns';
import { createEmptyProject } from './create-empty-project';
import { describeMedia } from './describe-media';
import { isOwnFile } from './find-media';
import { bringIn } from './import-subtitles';
import { keepSource, listSource } from './kept-sources';
import { isOfRecording } from './open-recording';
import type { RecordingOrigin } from './opened-recordings';
import { listRecordingsBeside } from './recording-beside';
import type { StoreParts } from './store-parts';
import { makeImportEdit, readSubtitleSource, type SubtitleSource } from './subtitle-source';
import type { KeptSummary } from './summaries';

/** A subtitle file and the recording that was given with it. */
export interface OpenedPaths {
  readonly path: string;
  readonly mediaPath: string | undefined;
  /** As a person named it. */
  readonly encoding?: string | undefined;
}

interface FoundMedia {
  readonly media: ProjectMedia;
  readonly origin: RecordingOrigin;
  readonly mediaIdentity?: string;
}

/**
 * The project of a subtitle file: the one that was made of it, or else a new one, with the recording
 * that was given with it or lies beside it under its name [PF5], or with none yet [PF9]. Where that
 * recording has a project without any text, the text goes there.
 * @throws StudioError `text/unreadable`, `text/too-large`, `project/unwritable`; `media/*` and
 *   `tool/*` of the recording that was given
 */
export async function openSubtitles(
  store: StoreParts,
  paths: OpenedPaths,
  signal: AbortSignal,
): Promise<ProjectSummary> {
  const found = await findMedia(store, paths, signal);
  const source = await readSubtitleSource({ ...paths, fps: found?.media.frameRate }, signal);
  throwIfCancelled(signal);
  return store.oneOpening(async () => {
    const same = findSame(await listMade(store, source, paths), found);
    if (same !== undefined) {
      const { id } = same;
      if (found !== undefined && !hasRecording(same)) await store.setMedia(id, found.media, found);
      else if (found?.origin === 'person') {
        await store.opened.remember({ projectId: id, path: found.media.path }, 'person');
      }
      return store.touch(id, {});
    }
    const emptyId = found && (await findEmpty(store, found));
    if (emptyId === undefined) return create(store, source, { path: paths.path, found, signal });
    await bringIn(store, { projectId: emptyId, source, mode: 'add' }, signal);
    return store.touch(emptyId, { sourceIdentity: source.identity });
  });
}

/** The recording that was given, or else one beside the file; undefined for none. */
async function findMedia(
  { probe }: StoreParts,
  { path, mediaPath }: OpenedPaths,
  signal: AbortSignal,
): Promise<FoundMedia | undefined> {
  if (mediaPath !== undefined) {
    const info = await probe(mediaPath, signal);
    assertHasAudio(info);
    const mediaIdentity = await readMediaIdentity(mediaPath);
    return { media: describeMedia(info), origin: 'person', mediaIdentity };
  }
  for (const place of await listRecordingsBeside(path)) {
    if (!(await isOwnFile(place))) continue;
    const info = await probe(place, signal).catch(() => undefined);
    if (info?.audioStreamIndex === undefined) continue;
    const mediaIdentity = await readMediaIdentity(place, { followsLinks: false }).catch(
      () => undefined,
    );
    return { media: describeMedia(info), origin: 'beside', ...omitUndefined({ mediaIdentity }) };
  }
  return undefined;
}

/**
 * The projects that were made of a file: where a person named its encoding those that have it, as what
 * was read in another one is no text.
 */
async function listMade(
  store: StoreParts,
  { identity, file }: SubtitleSource,
  { encoding }: OpenedPaths,
): Promise<readonly KeptSummary[]> {
  const made = (await store.listSummaries()).filter((one) => one.sourceIdentity === identity);
  if (encoding === undefined) return made;
  const isOfEncoding = await Promise.all(
    made.map(({ id }) =>
      store.use(id, (live) => live.read().source?.encoding === file.encoding?.label),
    ),
  );
  return made.filter((_, index) => isOfEncoding[index]);
}

/** Of the projects of one file the one that is meant. */
function findSame(
  made: readonly KeptSummary[],
  found: FoundMedia | undefined,
): KeptSummary | undefined {
  const ofFound = found && made.find((summary) => isOfRecording(summary, found));
  const waiting = made.find((summary) => !hasRecording(summary));
  // Another recording than the one that is given now is another project's; what merely lies beside
  // the file goes after what was chosen since.
  const other = found?.origin === 'person' ? undefined : made.find(hasRecording);
  return ofFound ?? other ?? waiting;
}

/** A project that was made of the recording and into which nothing was written yet. */
async function findEmpty(store: StoreParts, found: FoundMedia): Promise<string | undefined> {
  for (const summary of await store.recordings.selectKnown(await store.listSummaries())) {
    if (summary.sentenceCount > 0 || !isOfRecording(summary, found)) continue;
    const isEmpty = await store.use(
      summary.id,
      (live) => live.read().sentences.length === 0 && !live.isBusy(),
    );
    if (isEmpty) return summary.id;
  }
  return undefined;
}

async function create(
  { newId, now, ...store }: StoreParts,
  source: SubtitleSource,
  {
    path,
    found,
    signal,
  }: {
    readonly path: string;
    readonly found: FoundMedia | undefined;
    readonly signal: AbortSignal;
  },
): Promise<ProjectSummary> {
  const { media = noMedia, mediaIdentity, origin } = found ?? {};
  const empty = createEmptyProject(newId(), path, media);
  const importId = newId();
  const edit = makeImportEdit(source, 'add', importId);
  const { diff } = await runInTurns(planEditInSteps(empty, edit, newId), signal);
  const project = applyDiff(empty, diff);
  return store.create(project, {
    identities: { ...omitUndefined({ mediaIdentity }), sourceIdentity: source.identity },
    origin,
    prepare: async (ownFolder) => {
      await keepSource(ownFolder, source, { id: importId, atMs: now() });
      await listSource(ownFolder, importId);
    },
  });
}

function hasRecording({ mediaPath }: KeptSummary): boolean {
  return hasMedia({ path: mediaPath });
}
