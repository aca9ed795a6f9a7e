import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { errorCodes } from '@core/errors/error-codes';
import { chooseLocale, type MessageKey, texts, translate } from '@core/messages/catalogue';
import { describeError } from '@contract/describe-error';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../../..');
const keys = Object.keys(texts) as MessageKey[];
const english = (key: MessageKey): string => texts[key][0];
const simplifiedChinese = (key: MessageKey): string => texts[key][1];

function readSources(): string {
  return ['electron', 'renderer/src']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name) && !name.includes('messages'))
        .map((name) => readFileSync(join(root, folder, name), 'utf8')),
    )
    .join('\n');
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();
}

describe('the message catalogue', () => {
  it('has no empty text', () => {
    for (const key of keys) {
      expect(english(key).trim(), key).not.toBe('');
      expect(simplifiedChinese(key).trim(), key).not.toBe('');
    }
  });

  it('fills the same placeholders in both languages', () => {
    for (const key of keys) {
      expect(placeholders(simplifiedChinese(key)), key).toEqual(placeholders(english(key)));
    }
  });

  it('says of every error what happened and what to do next, and of no other', () => {
    const expected = errorCodes.flatMap((code) => [`error.${code}.happened`, `error.${code}.next`]);
    const said = keys.filter((key) => key.startsWith('error.') && !key.endsWith('.window'));
    expect(said.sort()).toEqual(expected.sort());
  });

  it('has other words for the window only where an error has words at all', () => {
    const windowKeys = keys.filter((key) => /^error\..+\.window$/.test(key));
    expect(windowKeys.length).toBeGreaterThan(0);
    for (const key of windowKeys) expect(keys).toContain(key.replace(/\.window$/, ''));
  });

  it('names nothing in the window that only a terminal has', () => {
    for (const code of errorCodes) {
      for (const locale of ['en', 'zh-CN'] as const) {
        const { next } = describeError(locale, { code, data: {} }, 'window');
        expect(next, code).not.toMatch(/zimu (help|doctor)|(^|\s)--\w/);
      }
    }
  });

  it('has no key that the sources do not use', () => {
    const sources = readSources();
    const quoted = new Set(Array.from(sources.matchAll(/'([\w./-]+)'/gu), ([, text]) => text));
    // Keys made from a value (`stage.${stage}`) count as used when their beginning is.
    const begun = new Set(
      Array.from(sources.matchAll(/`([\w./-]+)\.\$\{/gu), ([, beginning]) => beginning),
    );
    const isUsed = (key: string): boolean =>
      quoted.has(key) ||
      key.split('.').some((_, count, parts) => begun.has(parts.slice(0, count).join('.')));
    const unused = keys.filter((key) => !key.startsWith('error.') && !isUsed(key));
    expect(unused).toEqual([]);
  });

  it('holds Chinese in the Chinese texts', () => {
    const latinOnly = keys.filter((key) => !/\p{Script=Han}/u.test(simplifiedChinese(key)));
    expect(latinOnly.sort()).toEqual([
      'app.named',
      'cli.about',
      'cli.fileOfFiles',
      'cli.parameter.and',
      'cli.parameter.facts',
      'cloud.key.id',
      'cloud.key.secret',
      'cloud.model.rate',
      'doctor.electron',
      'doctor.ffmpeg',
      'doctor.ffprobe',
      'doctor.models.fix',
      'doctor.node',
      'error.usage/invalid.happened',
      'job.running',
    ]);
  });
});

describe('translate', () => {
  it('fills placeholders and leaves unknown ones standing', () => {
    expect(translate('en', 'cli.wrote', { path: '/tmp/a.srt' })).toBe('wrote /tmp/a.srt');
    expect(translate('zh-CN', 'cli.wrote', {})).toBe('已写出 {path}');
  });

  it('chooses the word that goes with a number', () => {
    expect(translate('en', 'projects.sentences', { count: 1 })).toBe('1 sentence');
    expect(translate('en', 'projects.sentences', { count: 0 })).toBe('0 sentences');
    expect(translate('zh-CN', 'projects.sentences', { count: 2 })).toBe('2 句');
    expect(translate('en', 'projects.sentences', { count: 10_000 })).toBe('10,000 sentences');
    expect(translate('zh-CN', 'projects.sentences', { count: 10_000 })).toBe('10,000 句');
  });

  it('does not read a replacement pattern in a value', () => {
    expect(translate('en', 'cli.wrote', { path: '$&$1' })).toBe('wrote $&$1');
  });

  it('joins lists in error data', () => {
    const text = describeError('en', {
      code: 'engine/unsupported-language',
      data: { engine: 'local', language: 'zh', alternatives: ['flash', 'file'] },
    });
    expect(text.next).toContain('flash, file');
  });
});

describe('chooseLocale', () => {
  it.each([
    ['zh_CN.UTF-8', 'zh-CN'],
    ['zh-Hant-TW', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['C.UTF-8', 'en'],
    ['en_GB.UTF-8', 'en'],
    [undefined, 'en'],
  ] as const)('%s gives %s', (tag, locale) => {
    expect(chooseLocale(tag)).toBe(locale);
  });
});
