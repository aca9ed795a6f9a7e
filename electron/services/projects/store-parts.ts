import type { ProjectSummary } from '@contract/api';
import type { Project, ProjectMedia } from '@core/project-file/project';
import type { MediaInfo } from '../media/probe-media';
import type { LiveProject } from './live-project';
import type { OpenedRecordings, RecordingOrigin } from './opened-recordings';
import type { ProjectRecordings } from './project-recordings';
import type { SerialQueue } from './serial-queue';
import type { KeptSummary } from './summaries';

/** How a recording came to a project. */
export interface KnownRecording {
  readonly mediaIdentity?: string;
  /** By default a person chose it. */
  readonly origin?: RecordingOrigin;
}

/** What there is of a new project beside its document. */
export interface NewProject {
  readonly identities: Pick<KeptSummary, 'mediaIdentity' | 'sourceIdentity'>;
  readonly origin: RecordingOrigin | undefined;
  /** Puts what belongs to it into its folder, before it is listed. */
  readonly prepare?: (ownFolder: string) => Promise<void>;
}

/** What of the store its ways of opening files are made of. */
export interface StoreParts {
  /** Holds a folder for each project, named after its id. */
  readonly folder: string;
  /** @throws StudioError `media/*`, `tool/*`, `job/cancelled` */
  readonly probe: (path: string, signal: AbortSignal) => Promise<MediaInfo>;
  readonly now: () => number;
  readonly newId: () => string;
  readonly log: (line: string) => void;
  /** Two openings of one file at once must not make two projects. */
  readonly oneOpening: SerialQueue;
  readonly opened: Pick<OpenedRecordings, 'remember'>;
  readonly recordings: ProjectRecordings;
  readonly listSummaries: () => Promise<readonly KeptSummary[]>;
  readonly getSummary: (projectId: string) => Promise<ProjectSummary>;
  /** Puts it first in the list. */
  readonly touch: (projectId: string, changes: Partial<KeptSummary>) => Promise<ProjectSummary>;
  /** @throws StudioError `project/unwritable`, and nothing is left of it */
  readonly create: (project: Project, more: NewProject) => Promise<ProjectSummary>;
  readonly setMedia: (
    projectId: string,
    media: ProjectMedia,
    known: KnownRecording,
  ) => Promise<Project>;
  readonly use: <Value>(
    projectId: string,
    task: (live: LiveProject) => Promise<Value> | Value,
  ) => Promise<Value>;
}
