import type { ErrorCode } from '../errors/error-codes';
import {
  describeVendorError,
  quoteVendor,
  type VendorErrorText,
} from '../isi/describe-vendor-error';
import { listAsides } from '../errors/list-asides';
import { explainReason } from '../errors/explain-reason';
import { explainReply } from '../errors/explain-reply';
import { explainUnreadableFile } from '../isi/explain-unreadable-file';
import { listMissing } from '../isi/list-missing';
import { showValueHarmless } from './show-harmless';
import { addressErrorTexts } from './texts/address-error-texts';
import { appTexts } from './texts/app-texts';
import { boundsTexts } from './texts/bounds-texts';
import { channelTexts } from './texts/channel-texts';
import { cliTexts } from './texts/cli-texts';
import { cloudTexts } from './texts/cloud-texts';
import { commandTexts } from './texts/command-texts';
import { desktopTexts } from './texts/desktop-texts';
import { doctorTexts } from './texts/doctor-texts';
import { editReasonTexts } from './texts/edit-reason-texts';
import { editTexts } from './texts/edit-texts';
import { errorTexts } from './texts/error-texts';
import { errorWindowTexts } from './texts/error-window-texts';
import { exportTexts } from './texts/export-texts';
import { inspectorTexts } from './texts/inspector-texts';
import { isiTexts } from './texts/isi-texts';
import { linkTexts } from './texts/link-texts';
import { noticeTexts } from './texts/notice-texts';
import { parameterReasonTexts } from './texts/parameter-reason-texts';
import { parameterTexts } from './texts/parameter-texts';
import { playerTexts } from './texts/player-texts';
import { probeTexts } from './texts/probe-texts';
import { projectsTexts } from './texts/projects-texts';
import { reachTexts } from './texts/reach-texts';
import { reasonTexts } from './texts/reason-texts';
import { replyTexts } from './texts/reply-texts';
import { settingsTexts } from './texts/settings-texts';
import { sourceTexts } from './texts/source-texts';
import { stageTexts } from './texts/stage-texts';
import { tableTexts } from './texts/table-texts';
import { taskTexts } from './texts/task-texts';
import { transcribeTexts } from './texts/transcribe-texts';
import { waveformTexts } from './texts/waveform-texts';

/** Languages of the product's own texts; speech languages are another matter. */
export type Locale = 'en' | 'zh-CN';

/** Every text a person reads, by area. */
export const texts = {
  ...addressErrorTexts,
  ...appTexts,
  ...boundsTexts,
  ...channelTexts,
  ...cliTexts,
  ...cloudTexts,
  ...commandTexts,
  ...desktopTexts,
  ...doctorTexts,
  ...editReasonTexts,
  ...editTexts,
  ...errorTexts,
  ...errorWindowTexts,
  ...exportTexts,
  ...inspectorTexts,
  ...isiTexts,
  ...linkTexts,
  ...noticeTexts,
  ...parameterReasonTexts,
  ...parameterTexts,
  ...playerTexts,
  ...probeTexts,
  ...projectsTexts,
  ...reachTexts,
  ...reasonTexts,
  ...replyTexts,
  ...settingsTexts,
  ...sourceTexts,
  ...stageTexts,
  ...tableTexts,
  ...taskTexts,
  ...transcribeTexts,
  ...waveformTexts,
} as const;

export type MessageKey = keyof typeof texts;
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
  key: MessageKey,
  parameters: MessageParameters = {},
): string {
  return texts[key][locale === 'zh-CN' ? 1 : 0].replace(
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

/** Where a text is read: what helps in a terminal is not what helps in the window. */
export type Place = 'terminal' | 'window';

/** What a person reads of an error: what happened (and what is safe), and what to do next. */
export interface ErrorText {
  readonly happened: string;
  readonly next: string;
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

/**
 * The catalogue's text for an error code, or for its reason where that says more, filled from the
 * error's data. Of a refusal of the cloud that the vendor's own catalogue explains, its cause and
 * remedy, with the vendor's code and words.
 *
 * @param place where it is read
 */
export function describeError(
  locale: Locale,
  error: { readonly code: ErrorCode; readonly data: Readonly<Record<string, unknown>> },
  place: Place = 'terminal',
): ErrorText {
  const { happened, next } = describePlainly(locale, error, place);
  const asides = listAsides(error.data);
  const sentences = [
    ...asides.before.map((key) => translate(locale, key)),
    next,
    ...asides.links.map(({ key, link }) => translate(locale, key, { link })),
  ];
  return { happened, next: sentences.join(locale === 'zh-CN' ? '' : ' ') };
}

function describePlainly(
  locale: Locale,
  error: Parameters<typeof describeError>[1],
  place: Place,
): ErrorText {
  const vendor = describeVendorError(locale, error, place);
  if (vendor !== undefined) return describeRefusal(locale, error, vendor);
  const parameters = asMessageParameters(error.data);
  const unreadable =
    error.code === 'engine/reply-unreadable'
      ? (explainUnreadableFile(error.data) ?? explainReply(error.data))
      : undefined;
  if (unreadable !== undefined) {
    return {
      happened: translate(locale, unreadable.happened, parameters),
      next: translate(locale, unreadable.next, parameters),
    };
  }
  const reason = explainReason(error);
  if (reason !== undefined) {
    const next = place === 'window' ? (reason.nextInWindow ?? reason.next) : reason.next;
    return {
      happened: translate(locale, reason.happened, { ...parameters, ...reason.filled }),
      next: translate(locale, next, parameters),
    };
  }
  const say = (part: 'happened' | 'next'): string => {
    const windowKey = `error.${error.code}.${part}.window`;
    return place === 'window' && isMessageKey(windowKey)
      ? translate(locale, windowKey, { ...parameters, ...nameMissing(locale, error) })
      : translate(locale, `error.${error.code}.${part}`, parameters);
  };
  return { happened: say('happened'), next: say('next') };
}

/** What an account lacks, in the window's words; nothing where the error does not say. */
function nameMissing(
  locale: Locale,
  error: Parameters<typeof describeError>[1],
): MessageParameters {
  const names = listMissing(error).map((key) => translate(locale, key));
  return names.length === 0 ? {} : { missing: new Intl.ListFormat(locale).format(names) };
}

function describeRefusal(
  locale: Locale,
  { code, data }: Parameters<typeof describeError>[1],
  vendor: VendorErrorText,
): ErrorText {
  // Only our own text says by how many minutes the clock is off.
  const cause =
    code === 'engine/clock-skewed'
      ? translate(locale, `error.${code}.happened`, asMessageParameters(data))
      : vendor.cause;
  return { happened: quoteVendor(locale, cause, vendor), next: vendor.remedy };
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
