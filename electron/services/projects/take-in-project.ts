import { basename, dirname, join, resolve } from 'node:path';
import type { ProjectSummary } from '@contract/api';
import { StudioError } from '@core/errors/studio-error';
import { omitUndefined } from '@core/omit-undefined';
import { parseProject } from '@core/project-file/project-file';
import { readRegularText } from '../files/regular-file';
import { readMediaIdentity } from '../media/media-identity';
import { throwIfCancelled } from '../media/run-tool';
import { isThere } from './find-media';
import { projectUnreadable } from './project-errors';
import { snapshotPath } from './snapshot';
import type { StoreParts } from './store-parts';
import { isProjectId } from './summaries';

/**
 * Takes in a `.zimu` file as a project of its own; one of the store's own is the project it is.
 * @throws StudioError `project/unreadable`, `project/too-new`, `project/unwritable`
 */
export async function takeInProject(
  { folder, recordings, oneOpening, newId, create, getSummary }: StoreParts,
  path: string,
  signal: AbortSignal,
): Promise<ProjectSummary> {
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
}
