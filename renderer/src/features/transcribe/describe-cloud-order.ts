import type { TranscribeOrder } from '@contract/api';
import type { CloudForm } from './use-cloud-form';

/** What a job of the cloud is asked with besides engine and language. */
export function describeCloudOrder(
  form: CloudForm | undefined,
): Pick<TranscribeOrder, 'appkeyId' | 'parameters'> {
  if (form === undefined) return {};
  const { appkey, read } = form;
  return {
    ...(appkey === undefined ? {} : { appkeyId: appkey.id }),
    ...(Object.keys(read.values).length === 0 ? {} : { parameters: read.values }),
  };
}
