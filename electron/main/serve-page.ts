import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import { bytesScheme } from './addresses';

/**
 * The policy sent with the page. Styles may be inline because the popovers and the waveform put
 * style elements into the page; scripts may not, and nothing may be evaluated.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data: blob:",
  `media-src 'self' blob: ${bytesScheme}:`,
  `connect-src 'self' ${bytesScheme}:`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/**
 * Answers requests for the built renderer. The policy goes with the answer itself, because
 * `webRequest` does not see the answers of custom protocols.
 * @param directory folder of the built renderer; nothing outside of it is ever read
 * @returns a handler that never rejects: what is not there is answered with 404
 */
export function createPageHandler(directory: string): (request: Request) => Promise<Response> {
  const root = resolve(directory);
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return answerEmpty(405);
    const path = findFile(root, request.url);
    const bytes = path === undefined ? undefined : await readFile(path).catch(() => undefined);
    if (path === undefined || bytes === undefined) return answerEmpty(404);
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), {
      headers: {
        'content-type': contentTypes[extname(path)] ?? 'application/octet-stream',
        'content-length': String(bytes.byteLength),
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-cache',
      },
    });
  };
}

/** The file an address means; undefined for one that is none of ours. */
function findFile(root: string, url: string): string | undefined {
  const pathname = URL.parse(url)?.pathname;
  if (pathname === undefined) return undefined;
  try {
    const path = resolve(root, `.${sep}${decodeURIComponent(pathname)}`);
    return path.startsWith(root + sep) ? path : undefined;
  } catch {
    // Not a valid escape sequence, so no file of ours.
    return undefined;
  }
}

function answerEmpty(status: number): Response {
  return new Response(null, {
    status,
    headers: { 'content-security-policy': contentSecurityPolicy },
  });
}
