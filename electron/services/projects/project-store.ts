import { rename, rm } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { ProjectSummary, Publish } from '@contract/api';
import { StudioError } from '@core/errors/studio-error';
import { type Project, type ProjectMedia, projectVersion } from '@core/project-file/project';
import { formatProject, parseProject } from '@core/project-file/project-file';
import { formatClock } from '@core/timing/format-clock';
import { makePrivateFolder } from '../files/private-files';
import { readRegularText } from '../files/regular-file';
import { writeText } from '../files/write-text';
import { readMediaIdentity } from '../media/media-identity';
import { assertHasAudio, type MediaInfo } from '../media/probe-media';
import { throwIfCancelled } from '../media/run-tool';
import { describeMedia } from './describe-media';
import { isThere } from './find-media';
import { type LiveProject, openLiveProject, type ProjectLimits } from './live-project';
import { createLoadedProjects } from './loaded-projects';
import { createOpenedRecordings, type RecordingOrigin } from './opened-recordings';
import {
  projectBusy,
  projectNotFound,
  projectUnreadable,
  projectUnwritable,
} from './project-errors';
import { createProjectRecordings } from './project-recordings';
import type { Projects } from './projects';
import { createSerialQueue } from './serial-queue';
import { formatSnapshot, snapshotPath, writeSnapshot } from './snapshot';
import { createSummaries, isProjectId, type KeptSummary, summarise } from './summaries';

export interface StoreLimits extends ProjectLimits {
  readonly summaryDelayMs: number;
  /** `projects.changed` is published at most once in this time. */
  readonly announceDelayMs: number;
  /** Projects that stay in memory. */
  readonly loadedProjects: number;
}

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

const usualLimits: StoreLimits = {
  snapshotIdleMs: 3000,
  snapshotLatestMs: 60_000,
  draftDelayMs: 150,
  viewDelayMs: 500,
  summaryDelayMs: 1000,
  announceDelayMs: 300,
  segmentBytes: 4_000_000,
  keptBytes: 32_000_000,
  loadedProjects: 4,
};

/** The documents of the studio in a folder of the disk; see {@link Projects}. */
export function createProjects(options: ProjectsOptions): Projects {
  const { folder, recordingsPath, publish, probe, now, newId, log } = options;
  const limits = { ...usualLimits, ...options.limits };
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
    load: (projectId) =>
      openLiveProject({
        folder: join(folder, projectId),
        projectId,
        publish,
        log,
        limits,
        onChange: (project) => update(projectId, summarise(project)),
      }),
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

  const create = async (
    project: Project,
    mediaIdentity: string | undefined,
    origin: RecordingOrigin | undefined,
  ): Promise<ProjectSummary> => {
    const ownFolder = join(folder, project.id);
    const claim = { projectId: project.id, path: project.media.path };
    if (origin !== undefined) await opened.remember(claim, origin);
    const summary = { ...summarise(project), touchedAtMs: now() };
    try {
      await makePrivateFolder(ownFolder);
      await writeSnapshot(ownFolder, await formatSnapshot(project));
      await summaries.add(mediaIdentity === undefined ? summary : { ...summary, mediaIdentity });
    } catch (cause) {
      throw projectUnwritable(ownFolder, cause);
    }
    announce();
    return summary;
  };

  /** Found by its path from now on, and so kept in the list at once. */
  const setMedia = async (
    projectId: string,
    media: ProjectMedia,
    mediaIdentity: string,
  ): Promise<Project> => {
    await opened.remember({ projectId, path: media.path }, 'person');
    const project = await use(projectId, (live) => live.setMedia(media));
    update(projectId, { mediaIdentity });
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
        await setMedia(moved.id, media, mediaIdentity);
        return getSummary(moved.id);
      }
      return create(
        {
          version: projectVersion,
          id: newId(),
          title: basename(path, extname(path)),
          language: 'und',
          engine: '',
          media,
          sentences: [],
        },
        mediaIdentity,
        'person',
      );
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
      return create({ ...copy, id, media }, mediaIdentity, origin);
    });
  };

  return {
    list: async () =>
      Promise.all((await summaries.list()).map((kept) => recordings.mark(withoutIdentity(kept)))),
    findRecording: async (projectId) => recordings.find(await getSummary(projectId)),
    maySend: (recording, engine) => opened.maySend(recording, engine),
    allowSending: (recording, engine) => opened.allowSending(recording, engine),
    openFile(path, signal) {
      const whole = resolve(path);
      return extname(whole).toLowerCase() === '.zimu'
        ? takeIn(whole, signal)
        : openMedia(whole, signal);
    },
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
    endGroup: (projectId, group) => use(projectId, (live) => live.endGroup(group)),
    undo: (projectId) => use(projectId, (live) => live.undo()),
    redo: (projectId) => use(projectId, (live) => live.redo()),
    keepDraft: (projectId, sentenceId, text) =>
      use(projectId, (live) => live.keepDraft(sentenceId, text)),
    keepReply: (projectId, { runId, json }) =>
      use(projectId, () =>
        writeText(join(folder, projectId, 'replies', `${runId}.json`), json, 'project/unwritable'),
      ),
    keepRepairs: (projectId, { runId, repairs }) =>
      use(projectId, () =>
        writeText(
          join(folder, projectId, 'replies', `${runId}.repairs.json`),
          `${JSON.stringify({ version: 1, repairs }, undefined, 2)}\n`,
          'project/unwritable',
        ),
      ),
    keepView: (projectId, view) => use(projectId, (live) => live.keepView(view)),
    formatCopy: (projectId) => use(projectId, (live) => formatProject(live.read())),
    async relocate(projectId, path, { signal, isMeant = false }) {
      const info = await probe(resolve(path), signal);
      assertHasAudio(info);
      const { media } = await use(projectId, (live) => Promise.resolve(live.read()));
      const foundMs = info.durationMs ?? 0;
      if (!isMeant && isOtherLength(media.durationMs, foundMs)) {
        throw new StudioError('media/other-recording', 'a recording of another length', {
          data: {
            path: info.path,
            found: formatClock(foundMs),
            expected: formatClock(media.durationMs),
          },
        });
      }
      const mediaIdentity = await readMediaIdentity(info.path);
      return setMedia(projectId, describeMedia(info), mediaIdentity);
    },
    async remove(projectId) {
      if ((await summaries.find(projectId)) === undefined) throw projectNotFound(projectId);
      if ((await loaded.find(projectId))?.isBusy() === true) throw projectBusy(projectId);
      await summaries.remove(projectId);
      await loaded.discard(projectId);
      const ownFolder = join(folder, projectId);
      // Under a name that is no id it is gone at once, even if a file in it cannot be deleted.
      const leaving = join(folder, `.removed-${projectId}`);
      await rename(ownFolder, leaving).catch((cause: unknown) => {
        throw projectUnwritable(ownFolder, cause);
      });
      await rm(leaving, { recursive: true, force: true });
      announce();
    },
    async dispose() {
      await loaded.close();
      await summaries.flush();
      clearTimeout(announceTimer);
    },
  };
}

/** Encoding a recording anew changes its length a little; 0 where a length is not known. */
function isOtherLength(expectedMs: number, foundMs: number): boolean {
  if (expectedMs === 0 || foundMs === 0) return false;
  return Math.abs(expectedMs - foundMs) > Math.max(1_000, expectedMs * 0.01);
}

function withoutIdentity(summary: KeptSummary): ProjectSummary {
  const { mediaIdentity, ...rest } = summary;
  return mediaIdentity === undefined ? summary : rest;
}
