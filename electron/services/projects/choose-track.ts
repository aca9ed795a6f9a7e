import type { MethodInput } from '@contract/api';
import { diffProperties } from '@core/edits/make-diff';
import { StudioError } from '@core/errors/studio-error';
import { findUsualTrack } from '@core/tracks/audio-track';
import { randomUUID } from 'node:crypto';
import type { Workspace } from '../workspace';

/**
 * Keeps in a project which audio track of its recording is heard, as one edit [TR3]. The usual one is
 * not written down: the file says it.
 * @throws StudioError `usage/invalid` (data: `problem`) for a track that the recording does not have,
 *   and for a recording that cannot be looked at; `project/*`
 */
export async function chooseTrack(
  { projects, media }: Pick<Workspace, 'projects' | 'media'>,
  { projectId, track }: MethodInput<'media.chooseTrack'>,
): Promise<void> {
  const { tracks = [] } = await media.open(projectId);
  if (!tracks.some((each) => each.track === track)) {
    const problem = `track: ${String(track)}`;
    throw new StudioError('usage/invalid', `no audio track ${String(track)}`, {
      data: { problem },
    });
  }
  const audioTrack = findUsualTrack(tracks)?.track === track ? undefined : track;
  const diff = diffProperties(await projects.read(projectId), { audioTrack });
  if (diff.properties === undefined) return;
  const group = randomUUID();
  await projects.editInBackground({ projectId, group, label: 'setProperties', diff });
  await projects.endGroup(projectId, group);
}
