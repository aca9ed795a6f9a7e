import { type AudioTrack, findHeardTrack } from '@core/tracks/audio-track';
import { omitUndefined } from '@core/omit-undefined';

/** What tracks are told by, of a stream of any kind. */
interface StreamFacts extends Pick<AudioTrack, 'language' | 'title' | 'channels' | 'isDefault'> {
  readonly index: number;
  readonly kind: string;
  readonly codec: string | undefined;
}

/** What of a probed file is about tracks. */
interface FileStreams {
  readonly streams: readonly StreamFacts[];
  /** The stream to hear. */
  readonly audioStreamIndex: number | undefined;
}

/** The audio tracks of a file, in its order. */
export function listAudioTracks(file: Pick<FileStreams, 'streams'>): readonly AudioTrack[] {
  return listAudioStreams(file).map(toTrack);
}

/**
 * The same recording, of which a track is heard, drawn, played and sent [TR3].
 * @param chosen by a person, from 0; undefined, or one that is not there: the usual one
 */
export function withTrack<Info extends FileStreams>(info: Info, chosen: number | undefined): Info {
  const heard = findHeardTrack(listAudioTracks(info), chosen);
  const audioStreamIndex =
    heard === undefined ? undefined : listAudioStreams(info)[heard.track]?.index;
  return audioStreamIndex === info.audioStreamIndex ? info : { ...info, audioStreamIndex };
}

/** The track that a stream is, by default the one that is heard; undefined where it is none. */
export function findTrackOf(
  info: FileStreams,
  streamIndex = info.audioStreamIndex,
): AudioTrack | undefined {
  const place = listAudioStreams(info).findIndex(({ index }) => index === streamIndex);
  return listAudioTracks(info)[place];
}

/** The tracks of a file with several, and which is heard, as windows are told. */
export function describeTracks(info: FileStreams): {
  readonly tracks?: readonly AudioTrack[];
  readonly heardTrack?: number;
} {
  const tracks = listAudioTracks(info);
  const heard = findTrackOf(info);
  return tracks.length < 2 || heard === undefined ? {} : { tracks, heardTrack: heard.track };
}

/**
 * What tells the heard track from the others of its file, in names of files and identities; undefined
 * where there are no others, so that these keep the names they have.
 */
export function nameTrack(info: FileStreams): string | undefined {
  return listAudioStreams(info).length > 1 ? String(info.audioStreamIndex) : undefined;
}

function listAudioStreams({ streams }: Pick<FileStreams, 'streams'>): readonly StreamFacts[] {
  return streams.filter(({ kind }) => kind === 'audio');
}

/** Of what no decoder knows, ffprobe knows neither the codec nor the channels. */
function toTrack(
  { language, title, codec, channels, isDefault }: StreamFacts,
  track: number,
): AudioTrack {
  const isDecodable = codec !== undefined && (channels ?? 0) > 0;
  return {
    track,
    ...omitUndefined({ language, title, codec, channels, isDefault }),
    ...(isDecodable ? {} : { isUndecodable: true }),
  };
}
