import { gzipSync } from 'node:zlib';

export interface ArchivedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Store the path in a pax record, as long paths are. */
  readonly pax?: boolean;
  /** Folder (5) or symbolic link (2) instead of a file. */
  readonly type?: '0' | '2' | '5';
}

/** A gzipped tar archive as `npm pack` writes it. */
export function createArchive(files: readonly ArchivedFile[]): Buffer {
  const blocks = files.flatMap((file) => {
    if (file.pax !== true) return createEntry(file.path, file.bytes, file.type ?? '0');
    const body = ` path=${file.path}\n`;
    const length = String(body.length + String(body.length + 3).length);
    return [
      ...createEntry('PaxHeader/x', Buffer.from(length + body), 'x'),
      ...createEntry(file.path.slice(0, 99), file.bytes, file.type ?? '0'),
    ];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

function createEntry(path: string, bytes: Uint8Array, type: string): Buffer[] {
  const header = Buffer.alloc(512);
  header.write(path, 0);
  header.write('0000644\0', 100);
  header.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('        ', 148);
  header.write(type, 156);
  header.write('ustar\u000000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return [header, Buffer.from(bytes), Buffer.alloc((512 - (bytes.length % 512)) % 512)];
}
