import { join, resolve } from 'node:path';
import type { ProjectSummary, Publish } from '@contract/api';
import { findFileKind } from '@contract/file-kinds';
import { describeThrown, StudioError } from '@core/errors/studio-error';
import type { Project, ProjectMedia } from '@core/project-file/project';
import { omitUndefined } from '@core/omit-undefined';
import { formatProject } from '@core/project-file/project-file';
import { readMediaIdentity } from '../media/media-identity';
import { assertHasAudio, type MediaInfo } from '../media/probe-media';
import { describeMedia } from './describe-media';
import { importSubtitles, previewImport } from './import-subtitles';
import { keepRepairs, keepReply } from './kept-replies';
import { listSources, settleSources } from './kept-sources';
import { type LiveProject, openLiveProject } from './live-project';
import { createLoadedProjects } from './loaded-projects';
import { createOpenedRecordings } from './opened-recordings';
import { placeProject } from './place-project';
import { projectBusy, projectNotFound } from './project-errors';
import { createProjectActivity } from './project-activity';
import { createProjectRecordings } from './project-recordings';
import { openSubtitles } from './open-subtitles';
import { openRecording } from './open-recording';
import type { Projects } from './projects';
import { removeProjectFolder } from './remove-project-folder';
import { describeSource, saveBack } from './save-back';
import { refuseOtherLength } from './refuse-other-length';
import { createSerialQueue } from './serial-queue';
import { formatSnapshot, writeSnapshot } from './snapshot';
import { type StoreLimits, usualStoreLimits } from './store-limits';
import type { KnownRecording, StoreParts } from './store-parts';
import { takeInProject } from './take-in-project';
import { createSummaries, type KeptSummary, summarise, writeSummary } from './summaries';

export interface ProjectsOptions {
  /** Made when the first project is. */
  readonly folder: string;
  /** What was opened or chosen on this computer; kept outside of {@link folder}. */
  readonly recordingsPath: string;
  readonly publish: Publish;
  /** @throws StudioError `media/*`, `tool/*`, `job/cancelled` */
  readonly probe: (path: string, signal: AbortSignal) => Promise<MediaInfo>;
  /** ms since 1970. */
  readonly now: () => number;
  /** Gives ids made of letters, digits, `_` and `-` that were never given before. */
  readonly newId: () => string;
  readonly log: (line: string) => void;
  readonly limits?: Partial<StoreLimits>;
}

/** The documents of the studio in a folder of the disk; see {@link Projects}. */
export function createProjects(options: ProjectsOptions): Projects {
  const { folder, recordingsPath, publish, probe, now, newId, log } = options;
  const limits = { ...usualStoreLimits, ...options.limits };
  const summaries = createSummaries({ folder, delayMs: limits.summaryDelayMs, log });
  const opened = createOpenedRecordings({
    path: recordingsPath,
    listExisting: async () =>
      (await summaries.list()).map(({ id, mediaPath }) => ({ projectId: id, path: mediaPath })),
    log,
  });
  const recordings = createProjectRecordings({ folder, opened, probe });
  /** Two openings of one file at once must not make two projects. */
  const oneOpening = createSerialQueue();
  /** Nor may two savings of one file, of two windows or two projects, mix what they know of it. */
  const oneSaving = createSerialQueue();
  const activity = createProjectActivity();
  let announceTimer: NodeJS.Timeout | undefined;

  const announce = (): void => {
    announceTimer ??= setTimeout(() => {
      announceTimer = undefined;
      publish('projects.changed', {});
    }, limits.announceDelayMs).unref();
  };
  const update = (projectId: string, changes: Partial<KeptSummary>): void => {
    summaries.update(projectId, { ...changes, touchedAtMs: now() });
    announce();
  };
  const loaded = createLoadedProjects({
    load: async (projectId) => {
      const ownFolder = join(folder, projectId);
      const live = await openLiveProject({
        folder: ownFolder,
        projectId,
        publish,
        log,
        limits,
        onChange: (project) => {
          update(projectId, summarise(project));
          activity.tell(projectId);
        },
      });
      await settleSources(ownFolder, (group) => live.hasGroup(group)).catch((thrown: unknown) =>
        log(`project ${projectId}: imports: ${describeThrown(thrown)}`),
      );
      return live;
    },
    maximum: limits.loadedProjects,
    log,
  });
  const use = async <Value>(
    projectId: string,
    task: (live: LiveProject) => Promise<Value> | Value,
  ): Promise<Value> => {
    // An id comes from a window; only one that is on the list ever becomes a path.
    if ((await summaries.find(projectId)) === undefined) throw projectNotFound(projectId);
    return loaded.use(projectId, async (live) => task(live));
  };
  const getSummary = async (projectId: string): Promise<ProjectSummary> => {
    const summary = await summaries.find(projectId);
    if (summary === undefined) throw projectNotFound(projectId);
    return withoutIdentity(summary);
  };

  const create: StoreParts['create'] = async (project, { identities, origin, prepare }) => {
    const claim = { projectId: project.id, path: project.media.path };
    if (origin !== undefined) await opened.remember(claim, origin);
    const summary = { ...summarise(project), touchedAtMs: now() };
    const kept = { ...summary, ...identities };
    const fill = async (ownFolder: string): Promise<void> => {
      await prepare?.(ownFolder);
      await writeSnapshot(ownFolder, await formatSnapshot(project));
      await writeSummary(ownFolder, kept);
    };
    await summaries.add(kept, () => placeProject(folder, project.id, fill));
    announce();
    return summary;
  };

  /** Found by its path from now on, and so kept in the list at once. */
  const setMedia = async (
    projectId: string,
    media: ProjectMedia,
    { mediaIdentity, origin = 'person' }: KnownRecording,
  ): Promise<Project> => {
    await opened.remember({ projectId, path: media.path }, origin);
    const project = await use(projectId, (live) => live.setMedia(media));
    update(projectId, omitUndefined({ mediaIdentity }));
    await summaries.flush();
    return project;
  };

  const parts: StoreParts = {
    ...{ folder, probe, now, newId, log, oneOpening, opened, recordings },
    ...{ getSummary, create, setMedia, use },
    listSummaries: () => summaries.list(),
    touch(projectId, changes) {
      update(projectId, changes);
      return getSummary(projectId);
    },
  };

  return {
    list: async () =>
      Promise.all((await summaries.list()).map((kept) => recordings.mark(withoutIdentity(kept)))),
    findRecording: async (projectId) => recordings.find(await getSummary(projectId)),
    maySend: (recording, engine) => opened.maySend(recording, engine),
    allowSending: (recording, engine) => opened.allowSending(recording, engine),
    async openFile(path, signal, { mediaPath, encoding } = {}) {
      const whole = resolve(path);
      const kind = findFileKind(whole);
      if (mediaPath !== undefined && kind !== 'subtitle') {
        throw new StudioError('usage/invalid', 'a recording is given with subtitles only', {
          data: { problem: 'mediaFileId' },
        });
      }
      switch (kind) {
        case 'project':
          return takeInProject(parts, whole, signal);
        case 'media':
          return openRecording(parts, whole, signal);
        case 'subtitle':
          return openSubtitles(
            parts,
            {
              ...{ path: whole, encoding },
              mediaPath: mediaPath === undefined ? undefined : resolve(mediaPath),
            },
            signal,
          );
      }
    },
    previewImport: (asked, signal) => previewImport(parts, resolvePath(asked), signal),
    importFile: (asked, signal) => importSubtitles(parts, resolvePath(asked), signal),
    describeSource: (projectId, form) => describeSource(parts, projectId, form),
    saveBack: (asked) => oneSaving(() => saveBack(parts, asked)),
    listImports: (projectId) => use(projectId, () => listSources(join(folder, projectId))),
    open: (projectId) =>
      use(projectId, (live) => {
        // A crash may have left the summary behind the document.
        update(projectId, summarise(live.read()));
        return live.open();
      }),
    read: (projectId) => use(projectId, (live) => live.read()),
    edit: ({ projectId, origin, ...edit }) => use(projectId, (live) => live.edit(edit, origin)),
    editInBackground: ({ projectId, ...edit }) =>
      use(projectId, (live) => live.editInBackground(edit)),
    readGroup: (projectId, group) => use(projectId, (live) => live.readGroup(group)),
    endGroup: (projectId, group) => use(projectId, (live) => live.endGroup(group)),
    undo: (projectId) => use(projectId, (live) => live.undo()),
    redo: (projectId) => use(projectId, (live) => live.redo()),
    keepDraft: (projectId, { sentenceId, origin, text }) =>
      use(projectId, (live) => {
        live.keepDraft(sentenceId, origin, text);
        activity.type(projectId, sentenceId, origin, text !== undefined);
      }),
    isTyped: (projectId, sentenceId) => activity.isTyped(projectId, sentenceId),
    untilChanged: (projectId, signal) => activity.untilChanged(projectId, signal),
    keepReply: (projectId, reply) =>
      use(projectId, () => keepReply(join(folder, projectId), reply)),
    keepRepairs: (projectId, repaired) =>
      use(projectId, () => keepRepairs(join(folder, projectId), repaired)),
    keepView: (projectId, view) => use(projectId, (live) => live.keepView(view)),
    formatCopy: (projectId) => use(projectId, (live) => formatProject(live.read())),
    async relocate(projectId, path, { signal, isMeant = false }) {
      const info = await probe(resolve(path), signal);
      assertHasAudio(info);
      const { media } = await use(projectId, (live) => Promise.resolve(live.read()));
      if (!isMeant) refuseOtherLength(info, media.durationMs);
      const mediaIdentity = await readMediaIdentity(info.path);
      return setMedia(projectId, describeMedia(info), { mediaIdentity });
    },
    async remove(projectId) {
      if ((await summaries.find(projectId)) === undefined) throw projectNotFound(projectId);
      if ((await loaded.find(projectId))?.isBusy() === true) throw projectBusy(projectId);
      await summaries.remove(projectId);
      await loaded.discard(projectId);
      await removeProjectFolder(folder, projectId);
      announce();
    },
    async dispose() {
      await loaded.close();
      await summaries.flush();
      clearTimeout(announceTimer);
    },
  };
}

function resolvePath<Asked extends { readonly path?: string | undefined }>(asked: Asked): Asked {
  return asked.path === undefined ? asked : { ...asked, path: resolve(asked.path) };
}

function withoutIdentity(summary: KeptSummary): ProjectSummary {
  const { mediaIdentity: _media, sourceIdentity: _source, ...rest } = summary;
  return rest;
}
