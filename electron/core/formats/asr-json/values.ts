import { readFields, readText, readTimeMs, unpackJson } from '../../replies/reply-values';
import { findPrimaryLanguage } from '../../tracks/track-language';

export type Fields = Readonly<Record<string, unknown>>;

/** The entries of a list, also of one that was written as text of JSON; none for anything else. */
export function readItems(value: unknown): readonly unknown[] {
  const list = unpackJson(value);
  return Array.isArray(list) ? (list as readonly unknown[]) : [];
}

/** The objects of a list. */
export function readObjects(value: unknown): readonly Fields[] {
  return readItems(value).flatMap((item): readonly Fields[] => {
    const fields = readFields(item);
    return fields === undefined ? [] : [fields];
  });
}

/** An object; an empty one for anything else. */
export function readObject(value: unknown): Fields {
  return readFields(unpackJson(value)) ?? {};
}

/** A value within objects, as `results.channels`. */
export function readPath(value: unknown, ...names: readonly string[]): unknown {
  let found: unknown = value;
  for (const name of names) found = readFields(found)?.[name];
  return found;
}

/** The first of some fields that is there. */
export function readFirst(fields: Fields, ...names: readonly string[]): unknown {
  for (const name of names) {
    const value = fields[name];
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}

/**
 * A time of seconds in whole ms: a number, a text of one (`1.5`, `1.500s`), or seconds and nanoseconds
 * apart; undefined where it is none.
 */
export function readSeconds(value: unknown): number | undefined {
  if (typeof value === 'number') return readTimeMs(value * 1000);
  if (typeof value === 'string') {
    const match = /^\s*(\d+(?:\.\d+)?)\s*s?\s*$/u.exec(value);
    return match === null ? undefined : readTimeMs(Number(match[1]) * 1000);
  }
  const { seconds = 0, nanos = 0 } = readFields(value) ?? { seconds: undefined };
  return value === null || value === undefined
    ? undefined
    : readTimeMs(Number(seconds) * 1000 + Number(nanos) / 1_000_000);
}

/** How sure an engine is, 0 to 1; undefined where it does not say. */
export function readConfidence(value: unknown): number | undefined {
  const number =
    typeof value === 'string' && /^\s*[01](?:\.\d+)?\s*$/u.test(value) ? Number(value) : value;
  return typeof number === 'number' && number >= 0 && number <= 1 ? number : undefined;
}

/** The tag of a language, from a tag or its name in English (`english`); undefined for none. */
export function readLanguage(value: unknown): string | undefined {
  const text = (readText(value) ?? '').trim();
  if (/^[a-z]{2,3}(?:[-_][a-z\d]{2,8})*$/iu.test(text)) {
    if (findPrimaryLanguage(text) === undefined) return undefined;
    try {
      return Intl.getCanonicalLocales(text.replaceAll('_', '-'))[0];
    } catch {
      // A tag that breaks the rules of tags says nothing.
      return undefined;
    }
  }
  tagByName ??= nameLanguages();
  return tagByName.get(text.toLowerCase());
}

/** By the name in English, made once it is asked for. */
let tagByName: ReadonlyMap<string, string> | undefined;

function nameLanguages(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  return new Map(whisperLanguages.map((tag) => [names.of(tag)?.toLowerCase() ?? tag, tag]));
}

/** What Whisper hears, most spoken first; some results have the names of these. */
const whisperLanguages: readonly string[] = (
  'en zh de es ru ko fr ja pt tr pl ca nl ar sv it id hi fi vi he uk el ms cs ro da hu ta no th ur hr ' +
  'bg lt la mi ml cy sk te fa lv bn sr az sl kn et mk br eu is hy ne mn bs kk sq sw gl mr pa si km sn yo ' +
  'so af oc ka be tg sd gu am yi lo uz fo ht ps tk nn mt sa lb my bo tl mg as tt haw ln ha ba jw su yue'
).split(' ');
