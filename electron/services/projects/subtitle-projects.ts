import { join } from 'node:path';
import type { EditReceipt, ImportEffect, ImportPreview, ProjectSummary } from '@contract/api';
import { applyEdit } from '@core/edits/apply-edit';
import { importModes, type ImportMode } from '@core/edits/kinds/import-text';
import { describeThrown } from '@core/errors/studio-error';
import { getChanges } from '@core/edits/project-diff';
import { omitUndefined } from '@core/omit-undefined';
import { hasMedia, noMedia, type Project, type ProjectMedia } from '@core/project-file/project';
import { readMediaIdentity } from '../media/media-identity';
import { assertHasAudio, type MediaInfo } from '../media/probe-media';
import { throwIfCancelled } from '../media/run-tool';
import { createEmptyProject } from './create-empty-project';
import { describeMedia } from './describe-media';
import { isOwnFile } from './find-media';
import { dropSource, keepSource, listSource } from './kept-sources';
import type { LiveProject } from './live-project';
import type { RecordingOrigin } from './opened-recordings';
import { listRecordingsBeside } from './recording-beside';
import type { SerialQueue } from './serial-queue';
import {
  describeSubtitles,
  makeImportEdit,
  readSubtitleSource,
  type SubtitleSource,
} from './subtitle-source';
import type { KeptSummary } from './summaries';

/** What of the store projects of subtitles are made with. */
export interface SubtitleProjectsOptions {
  readonly folder: string;
  readonly probe: (path: string, signal: AbortSignal) => Promise<MediaInfo>;
  readonly now: () => number;
  readonly newId: () => string;
  readonly log: (line: string) => void;
  readonly oneOpening: SerialQueue;
  readonly listSummaries: () => Promise<readonly KeptSummary[]>;
  /** Those whose recording was opened here. */
  readonly listKnown: () => Promise<readonly KeptSummary[]>;
  readonly touch: (projectId: string, changes: Partial<KeptSummary>) => Promise<ProjectSummary>;
  readonly create: (
    project: Project,
    more: {
      readonly identities: Pick<KeptSummary, 'mediaIdentity' | 'sourceIdentity'>;
      readonly origin: RecordingOrigin | undefined;
      /** Puts what belongs to it into its folder, before it is listed. */
      readonly prepare?: (ownFolder: string) => Promise<void>;
    },
  ) => Promise<ProjectSummary>;
  readonly setMedia: (
    projectId: string,
    media: ProjectMedia,
    known: { readonly mediaIdentity?: string; readonly origin: RecordingOrigin },
  ) => Promise<unknown>;
  readonly use: <Value>(
    projectId: string,
    task: (live: LiveProject) => Promise<Value> | Value,
  ) => Promise<Value>;
}

interface FoundMedia {
  readonly media: ProjectMedia;
  readonly origin: RecordingOrigin;
  readonly mediaIdentity?: string;
}

/** Projects of subtitle files, and subtitle files that come into projects. */
export interface SubtitleProjects {
  open(
    paths: { readonly path: string; readonly mediaPath: string | undefined },
    signal: AbortSignal,
  ): Promise<ProjectSummary>;
  preview(asked: {
    readonly path: string;
    readonly projectId?: string | undefined;
  }): Promise<ImportPreview>;
  importFile(asked: {
    readonly projectId: string;
    readonly path: string;
    readonly mode: ImportMode;
  }): Promise<EditReceipt>;
}

/** As many sentences of a file as a person looks at to see whether it is the right one. */
const sampleLength = 20;

/** Makes and finds projects of subtitle files in a store. */
export function createSubtitleProjects(options: SubtitleProjectsOptions): SubtitleProjects {
  const { folder, probe, now, newId, log, listSummaries, listKnown, touch, use } = options;

  const logLeft = (thrown: unknown): void => log(`imports: ${describeThrown(thrown)}`);

  /** The recording that was given, or else the one beside the file [PF5]; undefined for none. */
  const findMedia = async (
    { path, mediaPath }: { readonly path: string; readonly mediaPath: string | undefined },
    signal: AbortSignal,
  ): Promise<FoundMedia | undefined> => {
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
  };

  const create = (source: SubtitleSource, path: string, found: FoundMedia | undefined) => {
    const { media = noMedia, mediaIdentity, origin } = found ?? {};
    const id = newId();
    const empty = createEmptyProject(id, path, media);
    const { project } = applyEdit(empty, makeImportEdit(source, 'replace'), newId);
    return options.create(project, {
      identities: { ...omitUndefined({ mediaIdentity }), sourceIdentity: source.identity },
      origin,
      prepare: async (ownFolder) => {
        const kept = { id: newId(), atMs: now() };
        await keepSource(ownFolder, source, kept);
        await listSource(ownFolder, kept.id);
      },
    });
  };

  const bringIn = (
    projectId: string,
    source: SubtitleSource,
    mode: ImportMode,
  ): Promise<EditReceipt> =>
    use(projectId, async (live) => {
      const ownFolder = join(folder, projectId);
      const id = newId();
      await keepSource(ownFolder, source, { id, atMs: now() });
      let receipt: EditReceipt;
      try {
        receipt = await live.editInTurn((project) => {
          const { diff, label } = applyEdit(project, makeImportEdit(source, mode), newId);
          return { diff, label, group: id };
        });
      } catch (thrown) {
        await dropSource(ownFolder, id).catch(logLeft);
        throw thrown;
      }
      // The edit stands all the same, and tells of the file when the project is read again.
      await listSource(ownFolder, id).catch(logLeft);
      return receipt;
    });

  return {
    async open(paths, signal) {
      const source = await readSubtitleSource(paths.path);
      const found = await findMedia(paths, signal);
      throwIfCancelled(signal);
      const isOfFound = ({ mediaPath }: KeptSummary): boolean => mediaPath === found?.media.path;
      return options.oneOpening(async () => {
        const made = (await listSummaries()).filter(
          ({ sourceIdentity }) => sourceIdentity === source.identity,
        );
        // What a person gives now counts; what lies beside may have come later than the choice.
        const same =
          made.find(isOfFound) ??
          (found?.origin === 'person' ? undefined : made.find(hasRecording));
        if (same !== undefined) return touch(same.id, {});
        const waiting = made.find((summary) => !hasRecording(summary));
        if (waiting !== undefined) {
          if (found !== undefined) await options.setMedia(waiting.id, found.media, found);
          return touch(waiting.id, {});
        }
        const empty =
          found &&
          (await listKnown()).find((summary) => isOfFound(summary) && summary.sentenceCount === 0);
        if (empty === undefined) return create(source, paths.path, found);
        await bringIn(empty.id, source, 'replace');
        return touch(empty.id, { sourceIdentity: source.identity });
      });
    },
    async preview({ path, projectId }) {
      const source = await readSubtitleSource(path);
      const sample = source.file.document.sentences
        .slice(0, sampleLength)
        .map(({ beginMs, endMs, text, speaker }) => ({
          ...{ beginMs, endMs, text },
          ...omitUndefined({ speaker }),
        }));
      const told = { file: describeSubtitles(source), sample };
      if (projectId === undefined) return told;
      const project = await use(projectId, (live) => live.read());
      const effects = importModes.map((mode) => [mode, countEffect(project, source, mode)]);
      return {
        ...told,
        effects: Object.fromEntries(effects) as Record<ImportMode, ImportEffect>,
      };
    },
    async importFile({ projectId, path, mode }) {
      return bringIn(projectId, await readSubtitleSource(path), mode);
    },
  };
}

function hasRecording({ mediaPath }: KeptSummary): boolean {
  return hasMedia({ path: mediaPath });
}

/** By the edit itself, so that what is told and what is done cannot differ. */
function countEffect(project: Project, source: SubtitleSource, mode: ImportMode): ImportEffect {
  let ids = 0;
  const { diff } = applyEdit(project, makeImportEdit(source, mode), () => `preview-${(ids += 1)}`);
  const { added, updated, removed } = getChanges(diff, 'sentences');
  return { added: added.length, changed: updated.length, removed: removed.length };
}
