import { StudioError } from '@core/errors/studio-error';
import { readVendorReply } from '@isi/replies/import-reply';
import { createFileClient } from '../../../../electron/isi/client/file/file-client';
import { pollTask } from '../../../../electron/isi/client/file/poll-task';
import { createFlashClient } from '../../../../electron/isi/client/flash/flash-client';
import type { HttpClient } from '../../../../electron/isi/client/http/http-client';
import { createOssClient } from '../../../../electron/isi/client/oss/create-oss-client';
import { retry } from '../../../../electron/isi/client/retry';
import { createTokenClient } from '../../../../electron/isi/client/token/create-token-client';
import type { CallName } from './right-replies';

/** Which case a request belongs to stands in what the client puts into each: `case-7-`. */
export const caseName = (id: number): string => `case-${id}-`;

export interface CallTools {
  readonly http: HttpClient;
  readonly origin: string;
  /** The recording that is sent. */
  readonly path: string;
}

export interface RanCall {
  /** What the person gets of it: text, id or ETag. */
  readonly outcome: string | StudioError;
  readonly waitsMs: readonly number[];
  /** Of a token, ms since 1970. */
  readonly expiresAtMs?: number;
}

const accessKey = { accessKeyId: 'LTAItest', accessKeySecret: 'very-secret' };

/** Makes one call as the engines do, with all tries that belong to it; no wait takes any time. */
export async function runCall(call: CallName, id: number, tools: CallTools): Promise<RanCall> {
  const waitsMs: number[] = [];
  let expiresAtMs: number | undefined;
  const { http, origin: endpoint, path } = tools;
  const { signal } = new AbortController();
  const patience = {
    signal,
    random: () => 0.5,
    wait: (delayMs: number) => {
      waitsMs.push(delayMs);
      return Promise.resolve();
    },
  };
  let nonces = 0;
  const pop = {
    http,
    endpoint,
    now: Date.now,
    makeNonce: () => `${caseName(id)}${(nonces += 1)}`,
    getAccessKey: () => Promise.resolve(accessKey),
  };
  const file = createFileClient(pop);
  const calls: Record<CallName, () => Promise<string>> = {
    token: async () => {
      const client = createTokenClient(pop);
      const token = await retry(() => client.createToken(accessKey, signal), patience);
      ({ expiresAtMs } = token);
      return token.id;
    },
    flash: async () => {
      const tokens = {
        ...{ canRenew: true, isUntried: false },
        get: () => Promise.resolve(caseName(id)),
        drop: () => undefined,
      };
      const heard = await retry(
        () =>
          createFlashClient({ http, tokens }).recognise({
            ...{ audio: { path }, appkey: 'a', parameters: { format: 'wav' }, signal },
            target: { endpoint: `${endpoint}/flash` },
          }),
        patience,
      );
      return readText(heard.text);
    },
    submit: async () => {
      const task = { appkey: 'a', file_link: 'https://host.test/talk.wav' };
      return (await retry(() => file.submit(task, signal), patience)).taskId;
    },
    poll: async () => readText((await pollTask({ ...patience, client: file, taskId: 't' })).text),
    upload: async () => {
      const client = createOssClient({
        ...{ http, ...patience, now: Date.now },
        place: { bucket: 'sounds', region: 'cn-shanghai', endpoint: { origin: endpoint } },
        readKey: () => Promise.resolve(accessKey),
      });
      return (await client.put(`${caseName(id)}.wav`, 'sound', { signal })).etag;
    },
  };
  const outcome = await calls[call]().catch((thrown: unknown) => {
    if (thrown instanceof StudioError) return thrown;
    throw thrown;
  });
  return { outcome, waitsMs, ...(expiresAtMs === undefined ? {} : { expiresAtMs }) };
}

function readText(json: string): string {
  return readVendorReply(json)
    .segments.flatMap(({ words }) => words)
    .map(({ before, text, after }) => before + text + after)
    .join('');
}
