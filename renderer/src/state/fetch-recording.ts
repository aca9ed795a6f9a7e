import type { StudioClient } from '@contract/client';
import { StudioError } from '@core/errors/studio-error';

/** A host of this computer or its network, which the person is asked about. */
export interface HostQuestion {
  readonly host: string;
  /** The number it has. */
  readonly address: string;
  readonly place: 'computer' | 'network';
  /** The host that was asked for, where that one leads there. */
  readonly asked: string | undefined;
}

export interface RecordingFetch {
  readonly link: string;
  readonly fetchId: string;
  readonly signal: AbortSignal;
  readonly onProgress: (fraction: number) => void;
  /** Resolves whether the person means that host; false when `signal` aborts. */
  readonly confirmHost: (question: HostQuestion, signal: AbortSignal) => Promise<boolean>;
}

/**
 * Has the services download a recording of the web; asks before one comes from this computer or its
 * network, host by host.
 * @returns the id of its grant
 * @throws StudioError as `files.fetch`; `job/cancelled` where the person does not mean the host
 */
export async function fetchRecording(
  client: StudioClient,
  { link, fetchId, signal, onProgress, confirmHost }: RecordingFetch,
): Promise<string> {
  const unsubscribe = client.on('files.fetching', (event) => {
    const { receivedBytes, totalBytes = 0 } = event;
    if (event.fetchId === fetchId && totalBytes > 0) onProgress(receivedBytes / totalBytes);
  });
  const cancel = (): void => void client.call('files.cancelFetch', { fetchId }).catch(() => {});
  signal.addEventListener('abort', cancel, { once: true });
  const confirmedHosts: string[] = [];
  try {
    for (;;) {
      try {
        const input = { address: link, fetchId, confirmedHosts };
        return (await client.call('files.fetch', input)).id;
      } catch (thrown) {
        const question = readQuestion(thrown, new URL(link).host);
        if (question === undefined || confirmedHosts.includes(question.host)) throw thrown;
        if (!(await confirmHost(question, signal))) {
          throw new StudioError('job/cancelled', 'the host was not meant');
        }
        confirmedHosts.push(question.host);
      }
    }
  } finally {
    signal.removeEventListener('abort', cancel);
    unsubscribe();
  }
}

function readQuestion(thrown: unknown, asked: string): HostQuestion | undefined {
  if (!(thrown instanceof StudioError) || thrown.code !== 'address/private-host') return undefined;
  const { host, address, place } = thrown.data;
  if (typeof host !== 'string' || typeof address !== 'string') return undefined;
  return {
    ...{ host, address },
    place: place === 'computer' ? 'computer' : 'network',
    asked: asked === host ? undefined : asked,
  };
}
