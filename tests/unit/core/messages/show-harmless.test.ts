import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { translate } from '@core/messages/catalogue';
import { describeError } from '@contract/describe-error';
import {
  dropHarmful,
  escapeJson,
  showHarmless,
  showValueHarmless,
} from '@core/messages/show-harmless';

/** Whatever a terminal obeys, and what turns or hides text, by number and not by property. */
const dangerous = [
  ...Array.from({ length: 0x20 }, (_, code) => code).filter((code) => code !== 9 && code !== 10),
  ...Array.from({ length: 0x21 }, (_, code) => 0x7f + code),
  ...[0xad, 0x61c, 0x115f, 0x1160, 0x180e, 0x200b, 0x200e, 0x200f, 0x2028, 0x2029],
  ...[0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064],
  ...[0x2066, 0x2067, 0x2068, 0x2069, 0x206a, 0x206f, 0x3164, 0xfeff, 0xffa0, 0xfff9, 0xfffb],
  ...[0xe0001, 0xe0041, 0xe007f],
].map((code) => String.fromCodePoint(code));

describe('what people read', () => {
  it('shows every character that a terminal obeys, that turns text or hides', () => {
    for (const character of dangerous) {
      const shown = showHarmless(`a${character}b`);
      expect(shown).not.toContain(character);
      expect(shown.length).toBeGreaterThan(2);
      expect(showValueHarmless(`a${character}b`)).toBe(shown);
    }
  });

  it('shows them so that a person sees which', () => {
    expect(showHarmless('\u001b]0;title\u0007')).toBe('␛]0;title␇');
    expect(showHarmless('\u007f\u009b31m')).toBe('␡<U+009B>31m');
    expect(showHarmless('photo\u202egpj.exe')).toBe('photo<U+202E>gpj.exe');
    expect(showHarmless('\u{e0041}')).toBe('<U+E0041>');
  });

  it('keeps every script, joiners, emoji and the line ends of ours', () => {
    for (const text of [
      '中文（简体）：录音.mp4',
      'العربية ١٢٣ \u0600',
      'עברית',
      'می\u200cخواهم',
      'क\u094d\u200dष',
      '👩\u200d🚀 ❤️',
      'a\tb\nc',
    ]) {
      expect(showHarmless(text)).toBe(text);
    }
  });

  it('shows a line end in a value, which could begin a line that looks like ours', () => {
    expect(showValueHarmless('talk\nzimu: error [internal]\tx')).toBe(
      'talk␊zimu: error [internal]␉x',
    );
  });

  it('changes nothing at a second look', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(showHarmless(showHarmless(text))).toBe(showHarmless(text));
        expect(showHarmless(showValueHarmless(text))).toBe(showValueHarmless(text));
      }),
    );
  });

  it('is filled with values that are shown so, in messages and errors of both languages', () => {
    const path = '/a/\u001b]0;owned\u0007\u202e\n.wav';
    for (const locale of ['en', 'zh-CN'] as const) {
      for (const text of [
        translate(locale, 'cli.wrote', { path }),
        describeError(locale, { code: 'media/not-found', data: { path } }).happened,
        describeError(locale, {
          code: 'engine/refused',
          data: { service: 'file', vendorCode: 41_050_002, text: 'no\u009b2J\u202e\nfile' },
        }).happened,
      ]) {
        expect(text).not.toMatch(/[\p{Cc}\u202e]/u);
      }
    }
  });
});

describe('the name of a file that we give', () => {
  it('has none of them', () => {
    expect(dropHarmful(`a${dangerous.join('b')}`)).toMatch(/^ab+$/);
    expect(dropHarmful('a\u202eb\n', ' ')).toBe('a b ');
  });
});

describe('JSON for programs, which a person may have on the screen', () => {
  it('has the same value and no dangerous character', () => {
    const value = { name: dangerous.join('|'), text: 'a\nb\u{e0041}' };
    const json = JSON.stringify(value, null, 2);
    const escaped = escapeJson(json);
    expect(JSON.parse(escaped)).toEqual(value);
    for (const character of dangerous) expect(escaped).not.toContain(character);
    expect(escapeJson(escaped)).toBe(escaped);
  });

  it('has the same value whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(JSON.parse(escapeJson(JSON.stringify([text])))).toEqual([text]);
      }),
    );
  });
});
