import { z } from 'zod';
import { count } from '../records/fields';
import type { Immutable } from '../records/immutable';

export const audioTrackSchema = z.object({
  /** Its place among the audio tracks of the file, from 0; people count from 1. */
  track: count,
  /** BCP 47 or ISO 639-2, as the file has it. */
  language: z.exactOptional(z.string()),
  title: z.exactOptional(z.string()),
  /** ffmpeg's name; absent where it does not know the codec. */
  codec: z.exactOptional(z.string()),
  channels: z.exactOptional(count),
  /** The file says that it is to be heard unless a person chooses. */
  isDefault: z.exactOptional(z.boolean()),
  /** Nothing here can decode it. */
  isUndecodable: z.exactOptional(z.boolean()),
});

/** One of the sounds of a recording, which may hold several: languages, microphones, comments. */
export type AudioTrack = Immutable<z.infer<typeof audioTrackSchema>>;

/** The track that is heard where nobody chose [TR1]; undefined where there is none. */
export function findUsualTrack<Track extends AudioTrack>(
  tracks: readonly Track[],
): Track | undefined {
  const decodable = tracks.filter(({ isUndecodable }) => isUndecodable !== true);
  return decodable.find(({ isDefault }) => isDefault === true) ?? decodable[0] ?? tracks[0];
}

/**
 * The track that is heard [TR1].
 * @param chosen by a person, from 0; one that the recording does not have is as good as none: the
 *   file may have been replaced by another one
 */
export function findHeardTrack<Track extends AudioTrack>(
  tracks: readonly Track[],
  chosen: number | undefined,
): Track | undefined {
  return tracks.find(({ track }) => track === chosen) ?? findUsualTrack(tracks);
}
