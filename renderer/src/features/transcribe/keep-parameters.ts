import type { CloudParameterSettings } from '@contract/api';
import type { ParameterValues } from '@isi/parameter-draft';

/** The kept parameters with those of one engine and Appkey replaced. */
export function rememberParameters(
  kept: CloudParameterSettings | undefined,
  engine: string,
  appkeyId: string,
  values: ParameterValues,
): CloudParameterSettings {
  const ofEngine = { ...kept?.last?.[engine], [appkeyId]: values };
  return { ...kept, last: { ...kept?.last, [engine]: ofEngine } };
}

/** The kept presets with the one of this name replaced, or, without values, taken away. */
export function changePresets(
  kept: CloudParameterSettings | undefined,
  engine: string,
  { name, values }: { readonly name: string; readonly values: ParameterValues | undefined },
): CloudParameterSettings {
  const others = (kept?.presets ?? []).filter(
    (preset) => preset.engine !== engine || preset.name !== name,
  );
  return {
    ...kept,
    presets: values === undefined ? others : [...others, { name, engine, values }],
  };
}
