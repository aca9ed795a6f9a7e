/** Lengths that programs write while they do not know it: ffmpeg, SoX, GStreamer, arecord. */
export function isUnknownLength(bytes: number): boolean {
  return (
    bytes <= 0 ||
    (bytes >= 0x7fff_0000 && bytes <= 0x8000_0000) ||
    (bytes >= 0xffff_f000 && bytes <= 0xffff_ffff) ||
    // All ones in 64 bits, and the largest signed number there.
    bytes >= 2 ** 62
  );
}
