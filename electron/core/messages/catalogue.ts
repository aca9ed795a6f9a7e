import { showValueHarmless } from './show-harmless';
import { addressErrorTexts } from './texts/address-error-texts';
import { alignTexts } from './texts/align-texts';
import { appTexts } from './texts/app-texts';
import { boundsTexts } from './texts/bounds-texts';
import { problemTexts } from './texts/problem-texts';
import { checkTexts } from './texts/check-texts';
import { channelTexts } from './texts/channel-texts';
import { cliTexts } from './texts/cli-texts';
import { cloudTexts } from './texts/cloud-texts';
import { commandTexts } from './texts/command-texts';
import { credentialErrorTexts } from './texts/credential-error-texts';
import { desktopTexts } from './texts/desktop-texts';
import { doctorTexts } from './texts/doctor-texts';
import { editReasonTexts, editTexts } from './texts/edit-texts';
import { editingTexts } from './texts/editing-texts';
import { engineErrorTexts } from './texts/engine-error-texts';
import { errorWindowTexts } from './texts/error-window-texts';
import { exportTexts } from './texts/export-texts';
import { convertTexts } from './texts/convert-texts';
import { convertErrorTexts } from './texts/convert-error-texts';
import { fileErrorTexts } from './texts/file-error-texts';
import { givenTextTexts } from './texts/given-text-texts';
import { importTexts } from './texts/import-texts';
import { inspectorTexts } from './texts/inspector-texts';
import { isiTexts } from './texts/isi-texts';
import { linkTexts } from './texts/link-texts';
import { lossTexts } from './texts/loss-texts';
import { mediaErrorTexts } from './texts/media-error-texts';
import { networkErrorTexts } from './texts/network-error-texts';
import { noticeTexts } from './texts/notice-texts';
import { parameterReasonTexts } from './texts/parameter-reason-texts';
import { parameterTexts } from './texts/parameter-texts';
import { playerTexts } from './texts/player-texts';
import { probeTexts } from './texts/probe-texts';
import { projectErrorTexts } from './texts/project-error-texts';
import { projectsTexts } from './texts/projects-texts';
import { reachTexts } from './texts/reach-texts';
import { reasonTexts } from './texts/reason-texts';
import { repairTexts } from './texts/repair-texts';
import { replyTexts } from './texts/reply-texts';
import { resultTexts } from './texts/result-texts';
import { settingsTexts } from './texts/settings-texts';
import { sourceTexts } from './texts/source-texts';
import { stageTexts } from './texts/stage-texts';
import { storageErrorTexts } from './texts/storage-error-texts';
import { studioErrorTexts } from './texts/studio-error-texts';
import { tableTexts } from './texts/table-texts';
import { taskTexts } from './texts/task-texts';
import { trackTexts } from './texts/track-texts';
import { transcribeTexts } from './texts/transcribe-texts';
import { waveformTexts } from './texts/waveform-texts';
import { writingTexts } from './texts/writing-texts';
import type { Texts } from './texts';

/** Languages of the product's own texts; speech languages are another matter. */
export type Locale = 'en' | 'zh-CN';

/** Every text a person reads, by area. */
export const texts = {
  ...addressErrorTexts,
  ...alignTexts,
  ...appTexts,
  ...boundsTexts,
  ...channelTexts,
  ...checkTexts,
  ...problemTexts,
  ...cliTexts,
  ...cloudTexts,
  ...commandTexts,
  ...credentialErrorTexts,
  ...desktopTexts,
  ...doctorTexts,
  ...editReasonTexts,
  ...editTexts,
  ...editingTexts,
  ...engineErrorTexts,
  ...errorWindowTexts,
  ...exportTexts,
  ...fileErrorTexts,
  ...convertErrorTexts,
  ...convertTexts,
  ...givenTextTexts,
  ...importTexts,
  ...inspectorTexts,
  ...isiTexts,
  ...linkTexts,
  ...lossTexts,
  ...mediaErrorTexts,
  ...networkErrorTexts,
  ...noticeTexts,
  ...parameterReasonTexts,
  ...parameterTexts,
  ...playerTexts,
  ...probeTexts,
  ...projectErrorTexts,
  ...projectsTexts,
  ...reachTexts,
  ...reasonTexts,
  ...repairTexts,
  ...replyTexts,
  ...resultTexts,
  ...settingsTexts,
  ...sourceTexts,
  ...stageTexts,
  ...storageErrorTexts,
  ...studioErrorTexts,
  ...tableTexts,
  ...taskTexts,
  ...trackTexts,
  ...transcribeTexts,
  ...waveformTexts,
  ...writingTexts,
} as const;

export type MessageKey = keyof typeof texts;

/** A text in English and Simplified Chinese that stands with what it is about, not in the catalogue. */
export type BothLanguages = Texts[string];

/** A text of the catalogue by its key, or one that a format or an engine brings along. */
export type Wording = MessageKey | BothLanguages;

export type MessageParameters = Readonly<Record<string, string | number>>;

/** Placeholders that always stand for a number of things, or for the place of one among them. */
const countNames: ReadonlySet<string> = new Set(['count', 'shown', 'all', 'selected', 'number']);

/**
 * The text of a message in a language, with `{name}` placeholders filled, and of
 * `{count|sentence|sentences}` the word that goes with the number. A parameter that is not given
 * leaves its placeholder standing, which the catalogue test finds before a person does. Counts are
 * written with the separators of the language; other numbers may be codes and stay as they are. Of
 * values from outside every character is shown, those too that a terminal obeys or that turn text.
 */
export function translate(
  locale: Locale,
  wording: Wording,
  parameters: MessageParameters = {},
): string {
  // Of more than a thousand texts the compiler would make a union of as many pairs.
  const all: Texts = texts;
  const pair = typeof wording === 'string' ? all[wording]! : wording;
  return pair[locale === 'zh-CN' ? 1 : 0].replace(
    /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g,
    (placeholder, name: string, one?: string, several?: string) => {
      const value = parameters[name];
      if (value === undefined) return placeholder;
      if (one !== undefined && several !== undefined) return value === 1 ? one : several;
      const isCount = typeof value === 'number' && countNames.has(name);
      return isCount ? value.toLocaleString(locale) : showValueHarmless(String(value));
    },
  );
}

/** Placeholder values from an error's data: lists are joined, the rest is made text. */
export function asMessageParameters(data: Readonly<Record<string, unknown>>): MessageParameters {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : String(value),
    ]),
  );
}

/** Whether the catalogue has a text of this key. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(texts, key);
}

/**
 * The catalogue language for a system language tag (BCP 47 or POSIX, "zh_CN.UTF-8"): Chinese of any
 * region reads Simplified Chinese, everything else English.
 */
export function chooseLocale(systemLanguage: string | undefined): Locale {
  return systemLanguage !== undefined && /^zh\b|^zh_/i.test(systemLanguage) ? 'zh-CN' : 'en';
}
