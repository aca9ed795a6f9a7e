import type { Repair } from './format';
import type { SharedRepairCode } from './repairs';

/** The escapes that WebVTT names; any other `&` stands for itself. */
const escapes: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  lrm: '\u200e',
  rlm: '\u200f',
  nbsp: '\u00a0',
  quot: '"',
  apos: "'",
};
const escape = /&(?:(\w+)|#(\d{1,7})|#x([\da-f]{1,6}));/giu;
const tag = /<([^<>]*)(?:>|$)/gu;
const voice = /^v(?:\.\S*)?\s+(.+)$/su;

/**
 * The text of a WebVTT cue as characters, and who says it: its first voice. Other tags are left out,
 * each line that had one being a repair.
 *
 * @param firstLine of the text in its file, from 1
 */
export function readCueText(
  lines: readonly string[],
  firstLine: number,
  repairs: Repair<SharedRepairCode>[],
): { readonly text: string; readonly speaker?: string } {
  const found: { speaker?: string } = {};
  const texts = lines.map((before, index) => {
    const line = firstLine + index;
    const tags = [...before.matchAll(tag)].map(([, body = '']) => body);
    for (const name of tags.map((body) => voice.exec(body)?.[1]?.trim())) {
      if (name === undefined) continue;
      const given = unescapeText(name);
      found.speaker ??= given;
      if (found.speaker !== given) repairs.push({ code: 'voice-dropped', line, before: given });
    }
    const after = unescapeText(before.replace(tag, ''));
    if (tags.some((body) => !voice.test(body) && body !== '/v')) {
      repairs.push({ code: 'markup-dropped', line, before, after });
    }
    return after;
  });
  return { text: texts.join('\n'), ...found };
}

function unescapeText(text: string): string {
  return text.replace(
    escape,
    (whole, name: string | undefined, decimal: string | undefined, hex: string | undefined) => {
      if (name !== undefined) return escapes[name] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
    },
  );
}
