import { join } from 'node:path';
import type { ProjectSummary } from '@contract/api';
import { hasMedia, type Project, type ProjectMedia } from '@core/project-file/project';
import type { MediaInfo } from '../media/probe-media';
import { describeMedia } from './describe-media';
import { findOwnFile, isThere, listPlacesBeside } from './find-media';
import type { OpenedRecordings, RecordingOrigin } from './opened-recordings';
import type { FoundRecording } from './projects';

export interface ProjectRecordingsOptions {
  /** Holds a folder for each project, named after its id. */
  readonly folder: string;
  readonly opened: OpenedRecordings;
  /** @throws StudioError `media/*`, `tool/*`, `job/cancelled` */
  readonly probe: (path: string, signal: AbortSignal) => Promise<MediaInfo>;
}

/** The recording of a project file that is taken in. */
export interface CopiedRecording {
  /** Undefined where it was found nowhere. */
  readonly media?: ProjectMedia;
  /** Undefined where the file only claims it. */
  readonly origin?: RecordingOrigin;
}

/** What may be opened of what projects say of their recordings [PF5]. */
export interface ProjectRecordings {
  /** See `Projects.findRecording`. */
  find(summary: ProjectSummary): Promise<FoundRecording | undefined>;
  /** A summary as it is listed: with a mark where there is no recording to open. */
  mark(summary: ProjectSummary): Promise<ProjectSummary>;
  /** Where the recording of a copy was, for a project that was made here, or else beside it. */
  findOfCopy(copy: Project, besideFolder: string, signal: AbortSignal): Promise<CopiedRecording>;
  /** Those whose path was opened here: what is only claimed makes no project a recording's own. */
  selectKnown<Summary extends ProjectSummary>(
    summaries: readonly Summary[],
  ): Promise<readonly Summary[]>;
}

/** Judges by the record of what was opened here. */
export function createProjectRecordings(options: ProjectRecordingsOptions): ProjectRecordings {
  const { folder, opened, probe } = options;

  const find: ProjectRecordings['find'] = async ({ id, mediaPath: path, mediaName: name }) => {
    if (!hasMedia({ path })) return undefined;
    const origin = await opened.find({ projectId: id, path });
    if (origin === 'person') return { path, isFromProjectFile: false };
    const places =
      origin === 'beside' ? [path] : listPlacesBeside(join(folder, id), { path, name });
    // Looked at anew each time, as something else may have come to its place.
    const found = await findOwnFile(places);
    return found === undefined ? undefined : { path: found, isFromProjectFile: true };
  };

  return {
    find,
    async mark(summary) {
      // None was ever chosen, so none is missing.
      if (!hasMedia({ path: summary.mediaPath })) return summary;
      const found = await find(summary);
      const isFound = found !== undefined && (await isThere(found.path));
      return isFound ? summary : { ...summary, isMediaMissing: true };
    },
    async findOfCopy({ id, media }, besideFolder, signal) {
      if (!hasMedia(media)) return {};
      const look = async (path: string): Promise<ProjectMedia | undefined> => {
        const info = await probe(path, signal).catch(() => undefined);
        return info?.audioStreamIndex === undefined ? undefined : describeMedia(info);
      };
      const origin = await opened.find({ projectId: id, path: media.path });
      const there = origin === 'person' ? await look(media.path) : undefined;
      if (there !== undefined) return { media: there, origin: 'person' };
      for (const place of listPlacesBeside(besideFolder, media)) {
        const isOwn = (await findOwnFile([place])) !== undefined;
        const found = isOwn ? await look(place) : undefined;
        if (found !== undefined) return { media: found, origin: 'beside' };
      }
      // Its recording is missing now and may come back.
      return origin === 'person' ? { origin } : {};
    },
    async selectKnown(summaries) {
      const origins = await Promise.all(
        summaries.map(({ id, mediaPath }) => opened.find({ projectId: id, path: mediaPath })),
      );
      return summaries.filter((_summary, index) => origins[index] !== undefined);
    },
  };
}
