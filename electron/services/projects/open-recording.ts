import type { ProjectSummary } from '@contract/api';
import type { ProjectMedia } from '@core/project-file/project';
import { readMediaIdentity } from '../media/media-identity';
import { assertHasAudio } from '../media/probe-media';
import { createEmptyProject } from './create-empty-project';
import { describeMedia } from './describe-media';
import { isThere } from './find-media';
import type { StoreParts } from './store-parts';
import type { KeptSummary } from './summaries';

/**
 * The project of a recording: the one it has, or a new one.
 * @throws StudioError `media/*`, `tool/*`, `project/unwritable`
 */
export async function openRecording(
  { probe, oneOpening, opened, recordings, newId, ...store }: StoreParts,
  path: string,
  signal: AbortSignal,
): Promise<ProjectSummary> {
  const info = await probe(path, signal);
  assertHasAudio(info);
  const media = describeMedia(info);
  const mediaIdentity = await readMediaIdentity(path);
  return oneOpening(async () => {
    const known = await recordings.selectKnown(await store.listSummaries());
    const same = known.find((summary) => isOfRecording(summary, { media, mediaIdentity }));
    if (same !== undefined) {
      await opened.remember({ projectId: same.id, path: media.path }, 'person');
      return store.touch(same.id, { mediaIdentity });
    }
    for (const moved of known.filter((summary) => summary.mediaIdentity === mediaIdentity)) {
      if (await isThere(moved.mediaPath)) continue;
      await store.setMedia(moved.id, media, { mediaIdentity });
      return store.getSummary(moved.id);
    }
    const identities = { mediaIdentity };
    return store.create(createEmptyProject(newId(), path, media), { identities, origin: 'person' });
  });
}

/** A file that was only touched, or encoded anew in its place, is still the same recording. */
export function isOfRecording(
  summary: KeptSummary,
  { media, mediaIdentity }: { readonly media: ProjectMedia; readonly mediaIdentity?: string },
): boolean {
  return (
    summary.mediaPath === media.path &&
    (summary.mediaIdentity === mediaIdentity || summary.durationMs === media.durationMs)
  );
}
