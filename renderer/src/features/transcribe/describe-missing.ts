import type { StudioError } from '@core/errors/studio-error';
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
export function listMissing({ code, data }: Pick<StudioError, 'code' | 'data'>): MessageKey[] {
  if (code !== 'credentials/missing') return [];
  const { missing } = data;
  const names = Array.isArray(missing) ? missing : [missing];
  const keys = names.map((name) => missingKeys[String(name)]);
  return [...new Set(keys.filter((key) => key !== undefined))];
}

/** Whether what can be done about an error is done in the settings of Alibaba Cloud. */
export function isForCloudSettings({ code }: Pick<StudioError, 'code'>): boolean {
  return (
    code.startsWith('credentials/') ||
    code === 'engine/unauthorised' ||
    code === 'engine/forbidden' ||
    code === 'network/proxy' ||
    code === 'storage/no-bucket' ||
    code === 'storage/wrong-region' ||
    code === 'storage/forbidden'
  );
}
