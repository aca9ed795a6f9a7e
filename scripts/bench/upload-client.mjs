// Uploads one file by our own client, in a process of its own, and prints how long that took and
// the most memory it had. Bundled before it runs, so that nothing but the client is measured.
//
//     upload-client.js oss|flash ORIGIN FILE
import { readFileSync } from 'node:fs';
import { createFlashClient } from '../../electron/isi/client/flash/flash-client';
import { createHttpClient } from '../../electron/isi/client/http/create-http-client';
import { createOssClient } from '../../electron/isi/client/oss/create-oss-client';

const [kind, origin, path] = process.argv.slice(2);
const { signal } = new globalThis.AbortController();
const http = createHttpClient({ proxy: 'none' });
const key = { accessKeyId: 'benchId', accessKeySecret: 'benchSecret' };

// A studio has read and compiled its client long before a person uploads; so has curl.
await send(true);
const beganMs = performance.now();
await send(false);
const seconds = (performance.now() - beganMs) / 1000;
await http.close();
console.log(JSON.stringify({ seconds, peakKb: readPeakKb() }));

/** From /proc where there is one: `maxRSS` of a child begins at what its parent had. */
function readPeakKb() {
  try {
    const status = readFileSync('/proc/self/status', 'utf8');
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}

/** @param isWarmUp sends a few bytes instead of the file */
async function send(isWarmUp) {
  if (kind === 'oss') {
    const bucket = createOssClient({
      http,
      place: { bucket: 'bench', region: 'cn-shanghai', endpoint: { origin } },
      readKey: () => Promise.resolve(key),
      now: Date.now,
    });
    if (isWarmUp) await bucket.head('bench.bin', signal);
    else await bucket.uploadFile(path, 'bench.bin', { signal });
    return;
  }
  const tokens = { canRenew: false, get: () => Promise.resolve('token'), drop: () => undefined };
  await createFlashClient({ http, tokens }).recognise({
    audio: { path: isWarmUp ? import.meta.filename : path },
    appkey: 'bench',
    parameters: { format: 'wav' },
    target: { endpoint: `${origin}/stream/v1/FlashRecognizer` },
    signal,
  });
}
