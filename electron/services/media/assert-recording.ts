import { StudioError } from '@core/errors/studio-error';
import { findVideoStream, type MediaInfo } from './probe-media';

/** Demuxers of pictures: what they find is no video, though it is called one. */
const pictures = /^(?:gif|apng|\w+_pipe|image2(?:pipe)?)$/u;

/**
 * That a file holds sound or moving pictures which can be decoded, so that its bytes may be given
 * to a player. The end of a name makes some demuxers take any text for sound; of that they know
 * neither rate nor channels, or no size of the picture.
 * @throws StudioError `media/unreadable` (data: `path`, `reason`)
 */
export function assertRecording(info: MediaInfo): void {
  const hasSound = info.streams.some(
    ({ kind, rateHz = 0, channels = 0 }) => kind === 'audio' && rateHz > 0 && channels > 0,
  );
  const picture = pictures.test(info.container.name) ? undefined : findVideoStream(info);
  if (hasSound || (picture?.width ?? 0) > 0) return;
  const reason = `${info.container.name}: neither sound nor video`;
  throw new StudioError('media/unreadable', `${info.path} is no recording`, {
    data: { path: info.path, reason },
  });
}
