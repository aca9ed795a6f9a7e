import { basename, dirname, join, resolve } from 'node:path';
import type { ProjectSummary, Publish } from '@contract/api';
import { findFileKind } from '@contract/file-kinds';
import { describeThrown, StudioError } from '@core/errors/studio-error';
import type { Project, ProjectMedia } from '@core/project-file/project';
import { omitUndefined } from '@core/omit-undefined';
import { formatProject, parseProject } from '@core/project-file/project-file';
import { readRegularText } from '../files/regular-file';
import { readMediaIdentity } from '../media/media-identity';
import { assertHasAudio, type MediaInfo } from '../media/probe-media';
import { throwIfCancelled } from '../media/run-tool';
import { createEmptyProject } from './create-empty-project';
import { describeMedia } from './describe-media';
import { isThere } from './find-media';
import { keepRepairs, keepReply } from './kept-replies';
import { listSources, settleSources } from './kept-sources';
import { type LiveProject, openLiveProject } from './live-project';
import { createLoadedProjects } from './loaded-projects';
import { createOpenedRecordings, type RecordingOrigin } from './opened-recordings';
import { placeProject } from './place-project';
import { projectBusy, projectNotFound, projectUnreadable } from './project-errors';
import { createProjectActivity } from './project-activity';
import { createProjectRecordings } from './project-recordings';
import type { Projects } from './projects';
import { removeProjectFolder } from './remove-project-folder';
import { refuseOtherLength } from './refuse-other-length';
import { createSerialQueue } from './serial-queue';
import { formatSnapshot, snapshotPath, writeSnapshot } from './snapshot';
import { type StoreLimits, usualStoreLimits } from './store-limits';
import { createSubtitleProjects, type SubtitleProjectsOptions } from './subtitle-projects';
import {
  createSummaries,
  isProjectId,
  type KeptSummary,
  summarise,
  writeSummary,
} from './summaries';

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
      await settleSources(ownFolder, live.hasGroup).catch((thrown: unknown) =>
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

  const create: SubtitleProjectsOptions['create'] = async (
    project,
    { identities, origin, prepare },
  ) => {
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

  const openMedia = async (path: string, signal: AbortSignal): Promise<ProjectSummary> => {
    const info = await probe(path, signal);
    assertHasAudio(info);
    const media = describeMedia(info);
    const mediaIdentity = await readMediaIdentity(path);
    return oneOpening(async () => {
      const known = await recordings.selectKnown(await summaries.list());
      // A file that was only touched, or encoded anew in its place, is still the same recording.
      const same = known.find(
        (summary) =>
          summary.mediaPath === media.path &&
          (summary.mediaIdentity === mediaIdentity || summary.durationMs === media.durationMs),
      );
      if (same !== undefined) {
        await opened.remember({ projectId: same.id, path: media.path }, 'person');
        update(same.id, { mediaIdentity });
        return getSummary(same.id);
      }
      for (const moved of known.filter((summary) => summary.mediaIdentity === mediaIdentity)) {
        if (await isThere(moved.mediaPath)) continue;
        await setMedia(moved.id, media, { mediaIdentity });
        return getSummary(moved.id);
      }
      const identities = { mediaIdentity };
      return create(createEmptyProject(newId(), path, media), { identities, origin: 'person' });
    });
  };

  const takeIn = async (path: string, signal: AbortSignal): Promise<ProjectSummary> => {
    const own = basename(dirname(path));
    if (path === resolve(snapshotPath(join(folder, own))) && isProjectId(own)) {
      return getSummary(own);
    }
    const text = await readRegularText(path).catch((cause: unknown) => {
      if (cause instanceof StudioError) throw cause;
      throw projectUnreadable(path, cause);
    });
    const copy = parseProject(text, path);
    const found = await recordings.findOfCopy(copy, dirname(path), signal);
    throwIfCancelled(signal);
    const { media = copy.media, origin } = found;
    const mediaIdentity =
      found.media === undefined
        ? undefined
        : await readMediaIdentity(media.path, { followsLinks: origin === 'person' }).catch(
            () => undefined,
          );
    return oneOpening(async () => {
      const isFree = isProjectId(copy.id) && !(await isThere(join(folder, copy.id)));
      const id = isFree ? copy.id : newId();
      const identities = omitUndefined({ mediaIdentity });
      return create({ ...copy, id, media }, { identities, origin });
    });
  };

  const subtitles = createSubtitleProjects({
    ...{ folder, probe, now, newId, log, oneOpening, use, create, setMedia },
    listSummaries: () => summaries.list(),
    listKnown: async () => recordings.selectKnown(await summaries.list()),
    touch(projectId, changes) {
      update(projectId, changes);
      return getSummary(projectId);
    },
  });

  return {
    list: async () =>
      Promise.all((await summaries.list()).map((kept) => recordings.mark(withoutIdentity(kept)))),
    findRecording: async (projectId) => recordings.find(await getSummary(projectId)),
    maySend: (recording, engine) => opened.maySend(recording, engine),
    allowSending: (recording, engine) => opened.allowSending(recording, engine),
    async openFile(path, signal, { mediaPath } = {}) {
      const whole = resolve(path);
      const kind = findFileKind(whole);
      if (mediaPath !== undefined && kind !== 'subtitle') {
        throw new StudioError('usage/invalid', 'a recording is given with subtitles only', {
          data: { problem: 'mediaFileId' },
        });
      }
      switch (kind) {
        case 'project':
          return takeIn(whole, signal);
        case 'media':
          return openMedia(whole, signal);
        case 'subtitle':
          return subtitles.open(
            { path: whole, mediaPath: mediaPath === undefined ? undefined : resolve(mediaPath) },
            signal,
          );
      }
    },
    previewImport: (path, projectId) => subtitles.preview({ path: resolve(path), projectId }),
    importFile: (asked) => subtitles.importFile({ ...asked, path: resolve(asked.path) }),
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
    keepDraft: (projectId, sentenceId, text) =>
      use(projectId, (live) => {
        live.keepDraft(sentenceId, text);
        activity.type(projectId, sentenceId, text !== undefined);
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

/** How a recording came to a project. */
interface KnownRecording {
  readonly mediaIdentity?: string;
  /** By default a person chose it. */
  readonly origin?: RecordingOrigin;
}

function withoutIdentity(summary: KeptSummary): ProjectSummary {
  const { mediaIdentity: _media, sourceIdentity: _source, ...rest } = summary;
  return rest;
}
