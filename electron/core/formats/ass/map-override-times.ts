/** The overrides between two braces. */
const block = /\{\\[^{}]*\}/gu;
const timed = /\\(?:k|K|t\(|move\(|fad)/u;
/** How long a syllable is sung, or when it begins (`\kt`), in hundredths. */
const syllable = /\\(k[fot]?|K)(\d{1,9}(?:\.\d{1,3})?)/gu;
/** `\t(1,2,…)` and `\move(x,y,x,y,1,2)`, in ms from the begin of the line. */
const span = /(\\t\(\s*|\\move\((?:[^,()]*,){4}\s*)(\d{1,9})(\s*,\s*)(\d{1,9})(?=\s*[,)])/gu;
/** How long a line fades in from its begin, and out to its end. */
const fade = /(\\fad\(\s*)(\d{1,9})(\s*,\s*)(\d{1,9})(?=\s*\))/gu;
/** `\fade(a,a,a,1,2,3,4)`, in ms from the begin of the line. */
const complexFade = /(\\fade\((?:[^,()]*,){3})([\d\s,]+)(?=\))/gu;

/** Whether a text has overrides of SubStation Alpha that say when or how long. */
export function hasOverrideTimes(text: string): boolean {
  return text.includes('{\\') && timed.test(text);
}

/**
 * Changes the times within overrides as those of their sentence are changed: a function that takes its
 * text piece by piece, in order. Syllables are counted from the begin of the cue as it is written, in
 * hundredths, so that they do not drift.
 *
 * @param map of times in the recording, which may not run back
 * @param keepsEffects leaves fades, moves and transitions as long as they are
 */
export function createOverrideMapper(
  { beginMs, endMs }: { readonly beginMs: number; readonly endMs: number },
  map: (timeMs: number) => number,
  keepsEffects: boolean,
): (text: string) => string {
  const begin = map(beginMs);
  const hundredths = (timeMs: number): number => Math.round(timeMs / 10);
  let untilMs = beginMs;
  let at = hundredths(begin);
  const since = (fromBegin: string): number => Math.round(map(beginMs + Number(fromBegin)) - begin);
  const mapSyllable = (all: string, kind: string, length: string): string => {
    if (kind === 'kt') untilMs = beginMs;
    untilMs += Number(length) * 10;
    const from = kind === 'kt' ? hundredths(begin) : at;
    at = Math.max(from, hundredths(map(untilMs)));
    // A part of a hundredth is kept where nothing else changes.
    return Math.round(Number(length)) === at - from ? all : `\\${kind}${at - from}`;
  };
  const mapSpan = (_all: string, head: string, from: string, comma: string, to: string): string =>
    `${head}${since(from)}${comma}${since(to)}`;
  const mapFade = (_all: string, head: string, into: string, comma: string, out: string): string =>
    `${head}${since(into)}${comma}${Math.round(map(endMs) - map(endMs - Number(out)))}`;
  const mapEffects = (body: string): string =>
    body
      .replace(span, mapSpan)
      .replace(fade, mapFade)
      .replace(complexFade, (_all, head: string, times: string) => {
        return head + times.replace(/\d{1,9}/gu, (time) => String(since(time)));
      });
  return (text) =>
    hasOverrideTimes(text)
      ? text.replace(block, (body) => {
          const sung = body.replace(syllable, mapSyllable);
          return keepsEffects ? sung : mapEffects(sung);
        })
      : text;
}
