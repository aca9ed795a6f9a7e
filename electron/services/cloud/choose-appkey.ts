import { omitUndefined } from '@core/omit-undefined';
import type { AppkeySetting, CloudSettings } from '@contract/api';
import { findModel, type SpeechModel } from '@isi/model-table';
import type { ChosenAppkey } from '../../engines/cloud/cloud-access';
import { createMissingError } from './missing-error';

/** An Appkey with the region of its project, where that is not the account's. */
export type LocatedAppkey = ChosenAppkey & Pick<AppkeySetting, 'region'>;

/**
 * As {@link findAppkey}.
 * @throws StudioError `credentials/missing` where there is none
 */
export function chooseAppkey(...which: Parameters<typeof findAppkey>): LocatedAppkey {
  const found = findAppkey(...which);
  if (found === undefined) throw createMissingError('ZIMU_ISI_APPKEY');
  return found;
}

/** The Appkey of a job: the named one, the environment's, the usual one, or the first. */
export function findAppkey(
  { appkeys = [], usualAppkeyId }: CloudSettings,
  env: Readonly<Record<string, string | undefined>>,
  appkeyId: string | undefined,
): LocatedAppkey | undefined {
  const given = env['ZIMU_ISI_APPKEY']?.trim();
  if (appkeyId === undefined && given !== undefined && given !== '') {
    const known = appkeys.find(({ appkey }) => appkey === given);
    return known === undefined ? { appkey: given, model: undefined } : describeAppkey(known);
  }
  const chosen =
    appkeyId === undefined
      ? (appkeys.find(({ id }) => id === usualAppkeyId) ?? appkeys[0])
      : appkeys.find(({ id }) => id === appkeyId);
  return chosen === undefined ? undefined : describeAppkey(chosen);
}

function describeAppkey(setting: AppkeySetting): LocatedAppkey {
  const { appkey, region } = setting;
  return { appkey, region, model: findOwnModel(setting) };
}

function findOwnModel({ model, tag, sampleRateHz }: AppkeySetting): SpeechModel | undefined {
  if (model === undefined) return undefined;
  return findModel(model, omitUndefined({ tag, sampleRateHz }));
}
