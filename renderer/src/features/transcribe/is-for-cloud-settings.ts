import type { StudioError } from '@core/errors/studio-error';

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
