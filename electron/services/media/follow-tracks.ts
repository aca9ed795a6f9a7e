import type { Publish, StudioEvents } from '@contract/api';

/**
 * Publishes as it is told, and tells of each project whose chosen track has changed: by an edit, its
 * undoing or another window.
 */
export function followTracks(publish: Publish, onTrack: (projectId: string) => void): Publish {
  const listen = ({ projectId, diff }: StudioEvents['project.changed']): void => {
    const { before = {}, after = {} } = diff.properties ?? {};
    if ('audioTrack' in before || 'audioTrack' in after) onTrack(projectId);
  };
  return (name, payload) => {
    publish(name, payload);
    if (name === 'project.changed') listen(payload as StudioEvents['project.changed']);
  };
}
