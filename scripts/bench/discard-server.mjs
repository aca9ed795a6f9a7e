// A plain server for measurements: takes any body and forgets it, answers as the storage or flash
// would where they are asked, and gives a short WAV to whoever reads. Prints its port. It is a
// process of its own, so that its work is not counted as the client's.
import { createServer } from 'node:http';

const wav = makeTone();

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (request.method === 'GET') {
    response.writeHead(200, { 'content-type': 'audio/wav', 'content-length': wav.length }).end(wav);
    return;
  }
  request.on('data', () => undefined);
  request.on('end', () => {
    if (url.searchParams.has('uploads')) response.end('<R><UploadId>upload</UploadId></R>');
    else if (url.pathname.startsWith('/stream/')) {
      const message = { task_id: 'a', status: 20000000, message: 'SUCCESS', flash_result: {} };
      response.end(JSON.stringify(message));
    } else {
      response.writeHead(200, { etag: '"etag"' });
      response.end(request.method === 'POST' ? '<R><ETag>"etag"</ETag></R>' : '');
    }
  });
});
server.requestTimeout = 0;
server.listen(0, '127.0.0.1', () => console.log(server.address().port));

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
