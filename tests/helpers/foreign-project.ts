import { writeFileSync } from 'node:fs';
import { blankProject, type Project, type ProjectMedia } from '@core/project-file/project';
import { formatProject } from '@core/project-file/project-file';

/** What stands for a secret of the person's; never in any answer. */
export const secretText = '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmU\n';

/** Writes a `.zimu` file as somebody else may have sent it. */
export function writeForeignProject(
  file: string,
  media: Pick<ProjectMedia, 'path'> & Partial<ProjectMedia>,
  changes: Partial<Project> = {},
): string {
  const project: Project = {
    ...blankProject,
    id: 'foreign',
    title: 'Interview',
    language: 'en',
    engine: '',
    media: { name: 'talk.wav', sizeBytes: 1, durationMs: 1000, hasVideo: false, ...media },
    sentences: [],
    ...changes,
  };
  writeFileSync(file, formatProject(project));
  return file;
}
