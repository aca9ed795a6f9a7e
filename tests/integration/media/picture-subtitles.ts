/** Two pictures of a bar, 8 by 2 dots, as subtitles of a Blu-ray disc (PGS) have them. */
export function makePictureSubtitles(): Buffer {
  return Buffer.concat([0.5, 1].flatMap((second) => makePicture(second * 90_000)));
}

function makePicture(time: number): Buffer[] {
  const line = [1, 1, 1, 1, 1, 1, 1, 1, 0, 0];
  const dots = [...line, ...line];
  return [
    segment(time, 0x16, [0, 64, 0, 36, 16, 0, 0, 0x80, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]),
    segment(time, 0x17, [1, 0, 0, 0, 0, 0, 0, 8, 0, 2]),
    segment(time, 0x14, [0, 0, 1, 235, 128, 128, 255]),
    segment(time, 0x15, [0, 0, 0, 0xc0, 0, 0, dots.length + 4, 0, 8, 0, 2, ...dots]),
    segment(time, 0x80, []),
  ];
}

function segment(time: number, kind: number, content: readonly number[]): Buffer {
  const head = Buffer.alloc(13);
  head.write('PG', 'latin1');
  head.writeUInt32BE(time, 2);
  head.writeUInt8(kind, 10);
  head.writeUInt16BE(content.length, 11);
  return Buffer.concat([head, Buffer.from(content)]);
}
