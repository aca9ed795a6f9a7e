import type {
  CloudCheckStep,
  CloudSettings,
  CredentialChange,
  CredentialPlace,
  CredentialsDescription,
  Publish,
  StudioMethods,
} from '@contract/api';
import { errorToJson, StudioError } from '@core/errors/studio-error';
import { createVendorError } from '@isi/create-vendor-error';
import type { DemoOptions } from './demo-options';

/** Between the steps of a test, so that they can be watched. */
const stepMs = 400;

/** An account as a person may have entered it. */
export const demoCloudSettings: CloudSettings = {
  region: 'cn-shanghai',
  appkeys: [
    {
      id: 'appkey-1',
      name: 'Interviews',
      appkey: 'kF3hQm1xZr8wT0aB',
      model: '通用-英文',
      tag: 'en',
      sampleRateHz: 16000,
    },
    {
      id: 'appkey-2',
      name: '中文访谈',
      appkey: 'pL7cVn4sYd2gJ6uE',
      model: '通用-四川话',
      tag: 'zh',
      sampleRateHz: 16000,
      region: 'cn-beijing',
    },
    { id: 'appkey-3', name: 'Old project', appkey: 'bX5tHj9kRo3mW1iQ' },
  ],
  bucket: { name: 'mara-recordings', region: 'cn-shanghai' },
};

type CloudHandlers = Pick<
  StudioMethods,
  | 'credentials.describe'
  | 'credentials.set'
  | 'credentials.clear'
  | 'credentials.importFromEnvironment'
  | 'credentials.retry'
  | 'cloud.check'
  | 'cloud.cancelCheck'
>;

/** An account and a keychain that are made up; what is entered is forgotten but for where it is. */
export function createCloudHandlers(
  { cloud: how, slowness }: DemoOptions,
  publish: Publish,
): CloudHandlers {
  let keychain: CredentialsDescription['keychain'] = { state: 'ready', name: 'GNOME Keyring' };
  if (how === 'locked') keychain = { state: 'locked', name: 'GNOME Keyring' };
  if (how === 'absent') keychain = { state: 'absent' };
  let check = new AbortController();
  const places = new Map<CredentialChange['kind'], CredentialPlace>();
  if (how === 'stored') places.set('accessKey', 'keychain');
  if (how === 'locked') places.set('accessKey', 'session');
  if (how === 'temporary') places.set('accessKey', 'keychain');
  if (how === 'environment') places.set('accessKey', 'environment');

  const describe = (): CredentialsDescription => {
    const place = (kind: CredentialChange['kind']): { readonly place?: CredentialPlace } => {
      const found = places.get(kind);
      return found === undefined ? {} : { place: found };
    };
    const key = place('accessKey');
    return {
      keychain,
      credentials: [
        {
          name: 'accessKeyId',
          ...key,
          ...(key.place === undefined ? {} : { mask: 'LTAI…3f2a' }),
        },
        { name: 'accessKeySecret', ...key },
        {
          name: 'securityToken',
          ...(how === 'temporary' ? { ...key, expiresAtMs: Date.now() + 5_520_000 } : {}),
        },
        { name: 'pastedToken', ...place('pastedToken') },
        { name: 'proxyPassword', ...place('proxyPassword') },
      ],
      isUnsaved: [...places.values()].includes('session'),
      canImport: [...places.values()].includes('environment'),
    };
  };
  const tell = (): Promise<CredentialsDescription> => {
    const description = describe();
    publish('credentials.changed', description);
    return Promise.resolve(description);
  };
  const keepAll = (): Promise<CredentialsDescription> => {
    keychain = { state: 'ready', name: 'GNOME Keyring' };
    for (const kind of places.keys()) places.set(kind, 'keychain');
    return tell();
  };
  return {
    'credentials.describe': () => Promise.resolve(describe()),
    'credentials.set': ({ kind }) => {
      places.set(kind, keychain.state === 'ready' ? 'keychain' : 'session');
      return tell();
    },
    'credentials.clear': ({ kind }) => {
      places.delete(kind);
      return tell();
    },
    'credentials.importFromEnvironment': keepAll,
    'credentials.retry': keepAll,
    'cloud.check': async () => {
      check = new AbortController();
      const { signal } = check;
      for (const step of demoSteps()) {
        if (signal.aborted) throw new StudioError('job/cancelled', 'the check was taken back');
        await new Promise((resolve) => setTimeout(resolve, stepMs * slowness));
        publish('cloud.checked', step);
      }
      return demoSteps();
    },
    'cloud.cancelCheck': () => {
      check.abort();
      return Promise.resolve(null);
    },
  };
}

function demoSteps(): readonly CloudCheckStep[] {
  const refusal = createVendorError({
    service: 'oss',
    httpStatus: 403,
    code: 'AccessDenied',
    text: 'You have no right to access this object because of bucket acl.',
  });
  return [
    { id: 'clock', state: 'ok', aheadMs: 400 },
    { id: 'token', state: 'ok' },
    { id: 'appkey', state: 'ok' },
    { id: 'bucket-write', state: 'failed', error: errorToJson(refusal) },
    { id: 'bucket-read', state: 'skipped' },
    { id: 'bucket-delete', state: 'skipped' },
  ];
}
