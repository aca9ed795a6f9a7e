import { omitUndefined } from '@core/omit-undefined';
import type {
  AppkeySetting,
  EngineFacts,
  ParameterPreset,
  StudioSettings,
  TranscribeOrder,
} from '@contract/api';
import { findModel, type SpeechModel } from '@isi/model-table';
import {
  formatParameterDraft,
  type ParameterDraft,
  type ReadDraft,
  readParameterDraft,
} from '@isi/parameter-draft';
import {
  listParameterFields,
  type ParameterField,
  type ParameterName,
} from '@isi/parameter-fields';
import { useMemo, useState } from 'react';
import { useSettings, useStudio } from '../../state/studio-context';
import { changePresets, rememberParameters } from './keep-parameters';

/** What a service of the cloud is asked with, as the dialog holds it. */
export interface CloudForm {
  readonly engine: string;
  readonly appkeys: readonly AppkeySetting[];
  /** Undefined: that of the environment. */
  readonly appkey: AppkeySetting | undefined;
  /** Undefined where nobody said. */
  readonly model: SpeechModel | undefined;
  readonly fields: readonly ParameterField[];
  readonly draft: ParameterDraft;
  readonly read: ReadDraft;
  readonly presets: readonly ParameterPreset[];
  /** Name of the preset that was chosen, as long as nothing was changed since. */
  readonly presetName: string | undefined;
  readonly chooseAppkey: (id: string) => void;
  readonly change: (name: ParameterName, value: boolean | string) => void;
  readonly reset: () => void;
  readonly choosePreset: (name: string) => void;
  readonly savePreset: (name: string) => void;
  readonly deletePreset: (name: string) => void;
  /** The settings that bring this form back for the same engine and Appkey. */
  readonly remember: () => Pick<StudioSettings, 'cloudParameters'>;
}

/** Under which name values are kept where there is no Appkey in the settings. */
const environment = 'environment';

interface Typed {
  readonly draft: ParameterDraft;
  readonly presetName?: string | undefined;
}

/** The form for an engine that one of the vendor's services hears; undefined for any other. */
export function useCloudForm(facts: EngineFacts | undefined): CloudForm | undefined {
  const store = useStudio().settings;
  const { cloud, cloudParameters } = useSettings(({ settings }) => settings);
  const [chosenId, setChosenId] = useState<string>();
  /** What was typed, by engine and Appkey. */
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>({});
  const service = facts?.service;
  const appkeys = cloud?.appkeys ?? [];
  const appkey =
    appkeys.find(({ id }) => id === chosenId) ??
    appkeys.find(({ id }) => id === cloud?.usualAppkeyId) ??
    appkeys[0];
  const model = findOwnModel(appkey);
  const fields = useMemo(
    () => (service === undefined ? [] : listParameterFields(service, model)),
    [service, model],
  );
  if (facts === undefined || service === undefined) return undefined;
  const { id: engine } = facts;

  const appkeyId = appkey?.id ?? environment;
  const key = JSON.stringify([engine, appkeyId]);
  const kept = cloudParameters?.last?.[engine]?.[appkeyId] ?? {};
  const { draft, presetName } = typed[key] ?? { draft: formatParameterDraft(fields, kept) };
  const read = readParameterDraft(fields, draft);
  const presets = (cloudParameters?.presets ?? []).filter((preset) => preset.engine === engine);
  const type = (next: Typed): void => setTyped({ ...typed, [key]: next });
  const keepPresets = (change: Parameters<typeof changePresets>[2]): void => {
    const changed = changePresets(cloudParameters, engine, change);
    store.getState().update({ cloudParameters: changed });
  };
  return {
    engine,
    appkeys,
    appkey,
    model,
    fields,
    draft,
    read,
    presets,
    presetName: presets.some(({ name }) => name === presetName) ? presetName : undefined,
    chooseAppkey: setChosenId,
    change: (name, value) => type({ draft: { ...draft, [name]: value } }),
    reset: () => type({ draft: {} }),
    choosePreset: (name) => {
      const values = presets.find((preset) => preset.name === name)?.values ?? {};
      type({ draft: formatParameterDraft(fields, values), presetName: name });
    },
    savePreset: (name) => {
      keepPresets({ name, values: read.values });
      type({ draft, presetName: name });
    },
    deletePreset: (name) => keepPresets({ name, values: undefined }),
    remember: () => ({
      cloudParameters: rememberParameters(cloudParameters, engine, appkeyId, read.values),
    }),
  };
}

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

function findOwnModel(appkey: AppkeySetting | undefined): SpeechModel | undefined {
  if (appkey?.model === undefined) return undefined;
  const { model, tag, sampleRateHz } = appkey;
  return findModel(model, {
    ...omitUndefined({ tag, sampleRateHz }),
  });
}
