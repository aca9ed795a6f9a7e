import type { ErrorCode } from '@core/errors/error-codes';
import type { MessageKey } from '@core/messages/catalogue';

/** Names of the environment, by which the services say what is missing, as a person knows them. */
const missingKeys: Readonly<Record<string, MessageKey>> = {
  ALIYUN_AK_ID: 'transcribe.missing.accessKey',
  ALIYUN_AK_SECRET: 'transcribe.missing.accessKey',
  ZIMU_ISI_TOKEN: 'transcribe.missing.token',
  ZIMU_ISI_APPKEY: 'transcribe.missing.appkey',
  ZIMU_OSS_BUCKET: 'transcribe.missing.bucket',
};

/** What an account lacks, each once; empty for an error that does not say. */
export function listMissing({
  code,
  data: { missing },
}: {
  readonly code: ErrorCode;
  readonly data: Readonly<Record<string, unknown>>;
}): MessageKey[] {
  if (code !== 'credentials/missing' || typeof missing !== 'string') return [];
  const keys = missing.split(', ').map((name) => missingKeys[name]);
  return [...new Set(keys.filter((key) => key !== undefined))];
}
