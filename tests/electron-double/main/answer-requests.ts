import { fromHttp, hostEnding, toHttp } from './addresses';
import type { DevtoolsSession } from './devtools-connection';
import { answerScheme, getPrivileges, listHandledSchemes } from './protocol';
import { record } from './records';
import type { DoubleContents } from './web-contents';

interface HeaderEntry {
  name: string;
  value: string;
}

/** One message carries a whole body, so long answers to Range are cut as a server may cut them. */
const largestPieceBytes = 4 * 1024 * 1024;

/** Answers every request of a page by the program's own handlers; there is no network. */
export async function answerRequests(
  cdp: DevtoolsSession,
  { top, contents }: { readonly top: string; readonly contents: DoubleContents },
): Promise<void> {
  cdp.on('Fetch.requestPaused', (paused) => {
    const { requestId, request, resourceType, frameId } = paused;
    const fail = (errorReason: 'Aborted' | 'InternetDisconnected'): Promise<unknown> =>
      cdp.send('Fetch.failRequest', { requestId, errorReason });
    const answer = async (): Promise<unknown> => {
      const url = fromHttp(request.url);
      const isOwnLoad = frameId === top && url === contents.getURL();
      if (
        resourceType === 'Document' &&
        !isOwnLoad &&
        !contents.askToNavigate(request.url, frameId === top)
      ) {
        return fail('Aborted');
      }
      if (new URL(url).pathname === '/favicon.ico') {
        // Chromium asks for it in a tab, Electron never.
        return cdp.send('Fetch.fulfillRequest', { requestId, responseCode: 204 });
      }
      const scheme = new URL(url).protocol.slice(0, -1);
      if (url === request.url && getPrivileges(scheme) !== undefined) {
        // Chromium takes no 206 from a scheme it does not know.
        const headers = [{ name: 'location', value: toHttp(url) }, allowAnyOrigin];
        return cdp.send('Fetch.fulfillRequest', {
          requestId,
          responseCode: 307,
          responseHeaders: headers,
        });
      }
      const response = await answerScheme(
        new Request(url, { method: request.method, headers: toProgramHeaders(request.headers) }),
      );
      if (response === undefined) {
        record('network', url);
        return fail('InternetDisconnected');
      }
      const { status, headers, body } = await readResponse(response);
      return cdp.send('Fetch.fulfillRequest', {
        requestId,
        responseCode: status,
        responseHeaders: toPageHeaders(headers),
        body: body.toString('base64'),
      });
    };
    answer().catch((thrown: unknown) => {
      // The page may have gone; anything else is a fault of the program, seen as a failed request.
      record('request failed', { url: request.url, reason: String(thrown) });
      fail('Aborted').catch(() => undefined);
    });
  });
  await cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*', requestStage: 'Request' }] });
}

const allowAnyOrigin: HeaderEntry = { name: 'access-control-allow-origin', value: '*' };

function toProgramHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      /^(origin|referer)$/i.test(name) ? fromHttp(value) : value,
    ]),
  );
}

/** The program's headers with our schemes as Chromium knows them. */
function toPageHeaders(headers: Headers): HeaderEntry[] {
  return [...headers].map(([name, value]) => {
    if (name === 'content-security-policy') return { name, value: addTwins(value) };
    return { name, value: name === 'access-control-allow-origin' ? toHttp(value) : value };
  });
}

/** A policy that names a scheme of ours means its twin as well. */
function addTwins(policy: string): string {
  return listHandledSchemes().reduce(
    (text, scheme) =>
      text.replaceAll(
        new RegExp(` ${scheme}:(?=[ ;]|$)`, 'g'),
        ` ${scheme}: https://*${hostEnding(scheme)}`,
      ),
    policy,
  );
}

async function readResponse(
  response: Response,
): Promise<{ readonly status: number; readonly headers: Headers; readonly body: Buffer }> {
  const { status } = response;
  const headers = new Headers(response.headers);
  const limit = status === 206 ? largestPieceBytes : Infinity;
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader() as ReadableStreamDefaultReader<Uint8Array> | undefined;
  while (reader !== undefined && length < limit) {
    const { done, value } = await reader.read();
    if (done) break;
    pieces.push(value);
    length += value.byteLength;
  }
  await reader?.cancel();
  const body = Buffer.concat(pieces).subarray(0, Math.min(length, limit));
  const [, begin, total] =
    /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers.get('content-range') ?? '') ?? [];
  if (begin !== undefined && total !== undefined) {
    headers.set('content-range', `bytes ${begin}-${Number(begin) + body.length - 1}/${total}`);
    headers.set('content-length', String(body.length));
  }
  return { status, headers, body };
}
