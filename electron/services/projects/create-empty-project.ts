import { basename, extname } from 'node:path';
import { blankProject, type Project, type ProjectMedia } from '@core/project-file/project';

/** The document of a recording in which nothing was heard yet; it is called as its file is. */
export function createEmptyProject(id: string, path: string, media: ProjectMedia): Project {
  return { ...blankProject, id, title: basename(path, extname(path)), media };
}
