import { findAskedTrack } from '@core/tracks/find-asked-track';
import { describeHeardTrack, describeTracks } from '@core/tracks/describe-track';
import { describeTracks as listTracks } from '../services/media/audio-tracks';
import type { ChooseTrack, Recording } from '../services/studio';
import { usageError } from './parse-arguments';
import { say, tell, type Terminal } from './terminal';

/**
 * Chooses the audio track that `--track` asks for, by its number from 1 or by its language [TR2].
 * @param asked undefined: the usual one
 * @returns what throws `usage/invalid`, with the tracks that there are, where there is no such one
 */
export function createTrackChooser(
  asked: string | undefined,
  path: string,
  terminal: Terminal,
): ChooseTrack {
  return (tracks) => {
    if (asked === undefined) return undefined;
    const found = findAskedTrack(tracks, asked);
    if (found !== undefined) return found.track;
    const all = describeTracks(terminal.locale, tracks);
    throw usageError(terminal, 'track.unknown', { asked, path, tracks: all });
  };
}

/** Says which of several tracks is heard; nothing where a person has chosen it, or there is one. */
export function reportTracks(
  terminal: Terminal,
  path: string,
  { info }: Pick<Recording, 'info'>,
): void {
  const { tracks, heardTrack } = listTracks(info);
  if (tracks === undefined) return;
  const heard = describeHeardTrack(terminal.locale, tracks, heardTrack);
  const text = say(terminal, 'track.heard', heard);
  tell(terminal, say(terminal, 'cli.about', { path, text }));
}
