// A plain server for measurements: takes any body, answers as the storage or flash would where they
// are asked, and gives a short WAV to whoever reads. Prints its port. It is a process of its own, so
// that its work is not counted as the client's.
//
//     discard-server.mjs [FOLDER]
//
// With a folder it does what a storage does with a body, MD5 and writing; otherwise it forgets it.
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

const [folder] = process.argv.slice(2);
const wav = makeTone();

const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (request.method === 'GET') {
    response.writeHead(200, { 'content-type': 'audio/wav', 'content-length': wav.length }).end(wav);
    return;
  }
  await (folder === undefined ? forget(request) : store(request));
  if (url.searchParams.has('uploads')) response.end('<R><UploadId>upload</UploadId></R>');
  else if (url.pathname.startsWith('/stream/')) {
    const message = { task_id: 'a', status: 20000000, message: 'SUCCESS', flash_result: {} };
    response.end(JSON.stringify(message));
  } else {
    response.writeHead(200, { etag: '"etag"' });
    response.end(request.method === 'POST' ? '<R><ETag>"etag"</ETag></R>' : '');
  }
});
server.requestTimeout = 0;
server.listen(0, '127.0.0.1', () => console.log(server.address().port));

function forget(request) {
  request.on('data', () => undefined);
  return new Promise((fulfil) => request.once('end', fulfil));
}

async function store(request) {
  const path = join(folder, randomUUID());
  const hash = createHash('md5');
  const hashed = async function* (pieces) {
    for await (const piece of pieces) {
      hash.update(piece);
      yield piece;
    }
  };
  await pipeline(request, hashed, createWriteStream(path));
  hash.digest('hex');
  await rm(path);
}

function makeTone() {
  const samples = Int16Array.from({ length: 16_000 }, (_, at) => 8_000 * Math.sin(at * 0.17));
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.byteLength, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(16_000, 24);
  head.writeUInt32LE(32_000, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.byteLength, 40);
  return Buffer.concat([head, Buffer.from(samples.buffer)]);
}
