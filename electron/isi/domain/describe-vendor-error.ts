import type { Locale } from '@core/messages/catalogue';
import type { Place } from '@core/errors/describe-error';
import { showValueHarmless } from '@core/messages/show-harmless';
import { getVendorError } from './error-catalogue';
import { terminalRemedies } from './errors/terminal-remedies';
import {
  type BothLanguages,
  type VendorErrorEntry,
  type VendorRetry,
  vendorRetries,
} from './vendor-error-entry';

/** What to do about a row, in both languages, where it is read. */
export function findRemedy({ id, remedy }: VendorErrorEntry, place: Place): BothLanguages {
  return place === 'terminal' ? (terminalRemedies[id] ?? remedy) : remedy;
}

/** What a person reads of a refusal of the vendor. */
export interface VendorErrorText {
  readonly cause: string;
  readonly remedy: string;
  readonly retry: VendorRetry;
  /** Whether a program may try again by itself. */
  readonly isRetryable: boolean;
  /** The vendor's own code and text, without secrets; either may be empty. */
  readonly code: string;
  readonly text: string;
}

/**
 * Cause and remedy of the catalogue's row that an error names, in a language, with what the vendor
 * said; undefined for an error that names none.
 * @param error one of `createVendorError`, also after a journey as JSON
 * @param place where it is read
 */
export function describeVendorError(
  locale: Locale,
  { data }: { readonly data: Readonly<Record<string, unknown>> },
  place: Place = 'terminal',
): VendorErrorText | undefined {
  const id = data['entry'];
  const entry = typeof id === 'string' ? getVendorError(id) : undefined;
  if (entry === undefined) return undefined;
  const language = locale === 'zh-CN' ? 1 : 0;
  return {
    cause: entry.cause[language],
    remedy: findRemedy(entry, place)[language],
    retry: entry.retry,
    isRetryable: vendorRetries[entry.retry].self,
    code: readText(data['vendorCode']),
    text: readText(data['vendorText']),
  };
}

/** A sentence with the vendor's code and words behind it, in the brackets of the language. */
export function quoteVendor(
  locale: Locale,
  sentence: string,
  { code, text }: Pick<VendorErrorText, 'code' | 'text'>,
): string {
  const said = [code, text].filter((part) => part !== '').join(' ');
  if (said === '') return sentence;
  return locale === 'zh-CN' ? `${sentence}（${said}）` : `${sentence} (${said})`;
}

function readText(value: unknown): string {
  return typeof value === 'string' ? showValueHarmless(value) : '';
}
