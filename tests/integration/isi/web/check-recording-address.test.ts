import type { StudioError } from '@core/errors/studio-error';
import { describeError } from '@contract/describe-error';
import type { RecognitionService } from '@isi/recognition-service';
import { readWebAddress } from '@isi/web-address';
import { afterAll, describe, expect, it } from 'vitest';
import { createHttpClient } from '../../../../electron/isi/client/http/create-http-client';
import {
  type CheckedAddress,
  checkRecordingAddress,
} from '../../../../electron/isi/client/web/check-recording-address';
import {
  createRecordingServer,
  type SeenAsk,
  type ServedRecording,
} from '../../../helpers/serve-recording';
import { useServers } from '../../../helpers/use-servers';

const http = createHttpClient();
afterAll(() => http.close());
const servers = useServers();
const bytes = new Uint8Array(1_000).fill(7);

interface Looked {
  readonly result: CheckedAddress | StudioError;
  readonly asked: readonly SeenAsk[];
}

async function look(
  recording: Omit<ServedRecording, 'bytes'> & { readonly bytes?: Uint8Array },
  service: RecognitionService = 'file',
): Promise<Looked> {
  const asked: SeenAsk[] = [];
  const served = { bytes, ...recording };
  const server = createRecordingServer({ '/talk.wav': served, '/end.wav': { bytes } }, asked);
  const port = await servers.listen(server);
  const address = readWebAddress(`http://localhost:${port}/talk.wav?signature=s3cr3t`);
  const result = await checkRecordingAddress(address, {
    http,
    service,
    signal: new AbortController().signal,
  }).catch((error: unknown) => error as StudioError);
  if (result instanceof Error) {
    const told = [result.message, JSON.stringify(result.data), result.stack];
    for (const locale of ['en', 'zh-CN'] as const) {
      const { happened, next } = describeError(locale, result);
      expect(happened + next).not.toMatch(/\{\w+\}/);
      told.push(happened, next);
    }
    expect(told.join()).not.toContain('s3cr3t');
  }
  return { result, asked };
}

describe('a recording that can be fetched', () => {
  it.each([
    ['with parts', {}, 2],
    ['without parts', { takesRanges: false }, 2],
    ['without HEAD', { head: 'none' }, 3],
    ['without HEAD and parts', { head: 'none', takesRanges: false }, 2],
    ['without a length at HEAD', { head: 'no-length' }, 3],
  ] as const)('is known %s', async (_name, recording, requests) => {
    const { result, asked } = await look(recording);
    expect(result).toMatchObject({
      sizeBytes: 1_000,
      contentType: 'audio/wav',
      fileName: 'talk.wav',
    });
    expect(asked).toHaveLength(requests);
  });

  it('is asked for its last byte', async () => {
    const { asked } = await look({});
    expect(asked.map(({ method, range }) => [method, range])).toEqual([
      ['HEAD', undefined],
      ['GET', 'bytes=999-999'],
    ]);
  });

  it.each([301, 302, 303, 307, 308])('is found where %i leads', async (status) => {
    const { result } = await look({ status, location: '/end.wav?ticket=1' });
    expect(result).toMatchObject({ sizeBytes: 1_000, fileName: 'end.wav' });
    expect((result as CheckedAddress).link).toMatch(/\/end\.wav\?ticket=1$/);
  });

  it('of 50 MB is not fetched to be known', async () => {
    const large = new Uint8Array(50_000_000);
    const { result } = await look({ bytes: large, takesRanges: false });
    expect(result).toMatchObject({ sizeBytes: large.length });
  });
});

describe('a recording that cannot be fetched', () => {
  it.each([
    ['nothing there', { status: 404 }, 'media/link-not-found'],
    ['gone', { status: 410 }, 'media/link-not-found'],
    ['not public', { status: 403 }, 'media/link-forbidden'],
    ['behind a password', { status: 401 }, 'media/link-forbidden'],
    ['a server out of order', { status: 503 }, 'media/link-failed'],
    ['a circle', { status: 302, location: '/talk.wav' }, 'media/link-failed'],
    [
      'a redirection to a number',
      { status: 302, location: 'http://10.0.0.1/' },
      'address/ip-address',
    ],
    ['a web page', { contentType: 'text/html; charset=utf-8' }, 'media/link-web-page'],
    ['no length', { isChunked: true, takesRanges: false }, 'media/link-no-length'],
    [
      'no length but at HEAD',
      { isChunked: true, takesRanges: false, head: 5 },
      'media/link-no-length',
    ],
    ['no length but of parts', { isChunked: true }, 'media/link-no-length'],
    ['less than HEAD says', { head: 2_000 }, 'media/link-wrong-length'],
    ['more than HEAD says', { head: 500 }, 'media/link-wrong-length'],
    ['another length without parts', { head: 500, takesRanges: false }, 'media/link-wrong-length'],
    ['nothing in it', { bytes: new Uint8Array() }, 'media/empty'],
    ['nothing in it, without HEAD', { bytes: new Uint8Array(), head: 'none' }, 'media/empty'],
    ['too much', { claimedBytes: 600_000_000, takesRanges: true }, 'media/link-too-large'],
  ] as const)('%s', async (_name, recording, code) => {
    const { result } = await look(recording);
    expect((result as StudioError).code).toBe(code);
  });

  it('has a limit by engine', async () => {
    const recording = { claimedBytes: 200_000_000 };
    expect((await look(recording, 'file')).result).toMatchObject({ sizeBytes: 200_000_000 });
    const { result } = await look(recording, 'flash');
    expect(result).toMatchObject({
      code: 'media/link-too-large',
      data: { engine: 'flash', megabytes: 200, most: 104 },
    });
  });

  it('is worth another try where its server is out of order', async () => {
    expect((await look({ status: 503 })).result).toMatchObject({ data: { isRetryable: true } });
    expect((await look({ status: 418 })).result).toMatchObject({ data: { isRetryable: false } });
  });

  it('lies on a server that is not there', async () => {
    const address = readWebAddress('http://localhost:9/talk.wav?signature=s3cr3t');
    await expect(
      checkRecordingAddress(address, {
        http,
        service: 'file',
        signal: new AbortController().signal,
      }),
    ).rejects.toMatchObject({ code: 'network/unreachable', data: { host: 'localhost:9' } });
  });
});
