import { StudioError } from '@core/errors/studio-error';
import { hasMedia } from '@core/project-file/project';
import type { FoundRecording, Projects } from './projects';

/**
 * The recording of a project, for whoever reads it.
 * @throws StudioError `media/not-chosen` (data: `path` as the project has it) where nobody on this
 *   computer has said that it may be opened; `media/none` where nobody chose one yet [PF9];
 *   `project/not-found`
 */
export async function requireRecording(
  projects: Pick<Projects, 'read' | 'findRecording'>,
  projectId: string,
): Promise<FoundRecording> {
  const found = await projects.findRecording(projectId);
  if (found !== undefined) return found;
  const { media } = await projects.read(projectId);
  if (!hasMedia(media)) throw new StudioError('media/none', 'no recording was chosen yet');
  const { path } = media;
  throw new StudioError('media/not-chosen', 'the recording is only named by the project file', {
    data: { path },
  });
}

/**
 * The same, for whoever sends it to the service of an engine.
 * @throws StudioError as {@link requireRecording}; `media/not-confirmed` (data: `path`, `engine`)
 *   where nobody chose the recording and no person has been asked
 */
export async function requireRecordingToSend(
  projects: Pick<Projects, 'read' | 'findRecording' | 'maySend'>,
  projectId: string,
  engine: string,
): Promise<FoundRecording> {
  const found = await requireRecording(projects, projectId);
  if (await projects.maySend({ projectId, path: found.path }, engine)) return found;
  throw new StudioError('media/not-confirmed', 'nobody was asked whether it may be sent', {
    data: { path: found.path, engine },
  });
}
