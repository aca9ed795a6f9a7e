import { basename, extname } from 'node:path';
import { type Project, type ProjectMedia, projectVersion } from '@core/project-file/project';

/** The document of a recording in which nothing was heard yet; it is called as its file is. */
export function createEmptyProject(id: string, path: string, media: ProjectMedia): Project {
  return {
    version: projectVersion,
    id,
    title: basename(path, extname(path)),
    language: 'und',
    engine: '',
    media,
    sentences: [],
  };
}
