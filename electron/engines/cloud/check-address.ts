import { omitUndefined } from '@core/omit-undefined';
import type { RecognitionService } from '@isi/recognition-service';
import type { WebAddress } from '@isi/web-address';
import { retry } from '../../isi/client/retry';
import {
  type CheckedAddress,
  checkRecordingAddress,
} from '../../isi/client/web/check-recording-address';
import type { EngineContext } from '../engine';
import type { CloudAccess, CloudSession } from './cloud-access';

/**
 * Looks at the recording behind an address before a service is sent for it; again where the network
 * or its server failed in a way that passes.
 * @throws StudioError as `checkRecordingAddress`
 */
export function checkAddress(
  address: WebAddress,
  service: RecognitionService,
  { access, session, context }: CheckAddressTools,
): Promise<CheckedAddress> {
  const { signal, report } = context;
  // A person named this host, wherever it is; it may lead to the internet, and not to another here.
  const reach = { confirmedHosts: [new URL(address.link).host], ownPorts: [] };
  const check = { http: session.http, service, reach, signal };
  return retry(() => checkRecordingAddress(address, check), {
    signal,
    random: access.random,
    ...omitUndefined({ wait: access.wait }),
    onRetry: ({ error }) => report({ kind: 'retrying', error }),
  });
}

export interface CheckAddressTools {
  readonly access: CloudAccess;
  readonly session: CloudSession;
  readonly context: Pick<EngineContext, 'signal' | 'report'>;
}
