import { nameTrack } from './audio-tracks';
import type { MediaInfo } from './probe-media';

/**
 * What tells how a recording is read, in the names of what is made of it: what was made while its
 * container was believed is not taken for what is made of all its sound.
 * @returns nothing where it is read as its container says
 */
export function nameReading({ facts }: Pick<MediaInfo, 'facts'>): string {
  if (facts?.view !== undefined) return '-whole';
  return facts?.doesClockJump === true ? '-joined' : '';
}

/** What a copy to play is called by: the recording, the track of it that is heard, and how it is read. */
export function nameCopy(
  identity: string,
  info: Pick<MediaInfo, 'facts' | 'streams' | 'audioStreamIndex'>,
): string {
  const track = nameTrack(info);
  return `${[identity, ...(track === undefined ? [] : [track])].join('-')}${nameReading(info)}`;
}
