/** What ffmpeg reads and people have, with the point; any other file can be tried all the same. */
export const mediaExtensions: readonly string[] = (
  'mp3 m4a aac wav flac ogg oga opus wma amr aiff aif aifc caf ac3 mka weba ' +
  'mp4 m4v mov mkv webm avi wmv flv mpg mpeg ts mts m2ts 3gp ogv'
)
  .split(' ')
  .map((extension) => `.${extension}`);
