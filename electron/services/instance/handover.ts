import { request } from 'node:http';
import type { Reply } from '@contract/api';
import { StudioError } from '@core/errors/studio-error';

/** Where a running studio takes files from other starts of the program. */
export interface HandoverAddress {
  readonly url: string;
  readonly handoverToken: string;
}

/** The header with the token; no page can send it to another origin without being asked first. */
export const handoverHeader = 'x-zimu-handover';

/** How long a studio has to answer the bare question before it is taken to be busy. */
const answerLimitMs = 2_000;

/**
 * Hands files to the running studio, which opens them in its window.
 * @param paths absolute
 * @returns how it went there
 */
export async function handOver(address: HandoverAddress, paths: readonly string[]): Promise<Reply> {
  const { status, text } = await post(address, { paths });
  if (status === 200) return JSON.parse(text) as Reply;
  throw new StudioError('host/unreachable', `the running studio answered ${status}`);
}

/**
 * Whether a studio answers at an address. One that is too busy to answer in time counts as there:
 * better one window too few than two that write the same projects.
 */
export async function askStudio(address: HandoverAddress): Promise<boolean> {
  try {
    const { status } = await post(address, {}, answerLimitMs);
    return status === 200;
  } catch (thrown) {
    return thrown instanceof TimeLimit;
  }
}

class TimeLimit extends Error {}

function post(
  { url, handoverToken }: HandoverAddress,
  body: { readonly paths?: readonly string[] },
  limitMs?: number,
): Promise<{ readonly status: number; readonly text: string }> {
  const content = Buffer.from(JSON.stringify(body));
  const headers = {
    'content-type': 'application/json',
    'content-length': content.length,
    [handoverHeader]: handoverToken,
  };
  return new Promise((fulfil, reject) => {
    // By the address: the name is one for browsers, and this system may not know it.
    const { port } = new URL(url);
    const target = new URL(`http://127.0.0.1:${port}/handover`);
    const sent = request(target, { method: 'POST', headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      response.on('end', () => fulfil({ status: response.statusCode ?? 0, text }));
      response.on('error', reject);
    });
    sent.on('error', reject);
    if (limitMs !== undefined) sent.setTimeout(limitMs, () => sent.destroy(new TimeLimit()));
    sent.end(content);
  });
}
