import { describeThrown, StudioError } from '@core/errors/studio-error';

/** `project/unwritable` for a file or folder that the system would not write. */
export function projectUnwritable(path: string, cause: unknown): StudioError {
  const reason = describeThrown(cause);
  return new StudioError('project/unwritable', `project cannot be written: ${reason}`, {
    data: { path, reason },
    cause,
  });
}

/** `project/unreadable` for a file that the system would not read. */
export function projectUnreadable(path: string, cause: unknown): StudioError {
  const reason = describeThrown(cause);
  return new StudioError('project/unreadable', `project cannot be read: ${reason}`, {
    data: { path, reason },
    cause,
  });
}

/** @param projectId as it was asked for */
export function projectNotFound(projectId: string): StudioError {
  return new StudioError('project/not-found', 'there is no such project', { data: { projectId } });
}

/** `project/busy`: a job is adding to the project. */
export function projectBusy(projectId: string): StudioError {
  return new StudioError('project/busy', 'a job is adding to the project', { data: { projectId } });
}
