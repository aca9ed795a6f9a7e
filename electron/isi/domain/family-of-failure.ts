import type { VendorFailure } from './vendor-failure';

const familyOfHttpStatus: Readonly<Record<number, string>> = {
  401: 'family/unauthorised',
  403: 'family/forbidden',
  404: 'family/not-found',
  408: 'family/server',
  413: 'family/too-large',
  429: 'family/throttled',
};

/**
 * What kind of failure a code is that no table has: 2105xxxx runs, 4xxxxxxx is final, 5xxxxxxx may
 * pass (protocol §3.4); else its HTTP status says the same. Gives the id of a family.
 */
export function familyIdOf({ service, code, httpStatus }: VendorFailure): string {
  if (service === 'oss') return familyOfStorage(httpStatus);
  const digits = /^\d{8}$/.exec(String(code ?? ''))?.[0];
  if (digits?.startsWith('2105') === true) return 'family/running';
  if (digits?.startsWith('4') === true) return 'family/client';
  if (digits?.startsWith('5') === true) return serverFamily(service);
  const ofCode = /^[45]\d\d$/.test(String(code ?? '')) ? Number(code) : undefined;
  const status = ofCode ?? httpStatus;
  if (status === undefined || status < 400) return 'family/unknown';
  if (status >= 500) return serverFamily(service);
  return familyOfHttpStatus[status] ?? 'family/client';
}

function serverFamily(service: VendorFailure['service']): string {
  return service === 'file' ? 'family/server-task' : 'family/server';
}

function familyOfStorage(httpStatus: number | undefined): string {
  if (httpStatus === 401 || httpStatus === 403) return 'family/storage-forbidden';
  if (httpStatus === 429) return 'family/throttled';
  if (httpStatus === undefined || (httpStatus < 500 && httpStatus !== 408)) return 'family/storage';
  return 'family/storage-server';
}
