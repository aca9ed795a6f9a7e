import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/**
 * Answers with a file of the built renderer, or 404.
 * @param pathname as it came, still with its escape sequences
 */
export async function answerPage(
  response: ServerResponse,
  rendererDirectory: string,
  pathname: string,
  method: string | undefined,
): Promise<void> {
  const file = findPage(rendererDirectory, pathname);
  const body = file === undefined ? undefined : await readFile(file).catch(() => undefined);
  if (file === undefined || body === undefined) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'content-type': contentTypes[extname(file)] ?? 'application/octet-stream',
    'content-length': body.length,
    // The build puts a digest into the names of these; all others keep theirs when they change.
    'cache-control': pathname.startsWith('/assets/')
      ? 'private, max-age=31536000, immutable'
      : 'no-cache',
  });
  response.end(method === 'HEAD' ? undefined : body);
}

/** A file of the built renderer, and never one outside of it. */
function findPage(rendererDirectory: string, pathname: string): string | undefined {
  if (pathname === '/') return join(rendererDirectory, 'index.html');
  try {
    const path = resolve(join(rendererDirectory, normalize(decodeURIComponent(pathname))));
    return path.startsWith(resolve(rendererDirectory) + sep) ? path : undefined;
  } catch {
    // Not a valid escape sequence, so no file of ours.
    return undefined;
  }
}
