import { encodingLabels, textEncodings, unicodeLabels } from '@core/encodings/text-encodings';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBytes } from '../../../../electron/services/formats/decode-bytes';
import { decodeText } from '../../../../electron/services/formats/decode-text';
import { encodeText } from '../../../../electron/services/formats/encode-text';

/** What is written in each encoding, with what the library's tables have otherwise. */
const samples: Readonly<Record<string, string>> = {
  gb18030: '市场早上七点开门。€𠮷😀ḿ',
  'windows-1252': 'café “fresh” naïve — €',
  big5: '市場早上七點開門。€',
  shift_jis: '朝の七時に市場が開きます。ｱｲｳ①～',
  'euc-kr': '시장은 아침 일곱 시에 문을 엽니다. 뷁',
  'windows-1251': 'Рынок открывается в семь',
  'windows-1250': 'Žluťoučký kůň',
  'windows-1253': 'Η αγορά ανοίγει',
  'windows-1254': 'Pazar yedide açılır ığüşöç',
  'windows-1255': 'השוק נפתח בשבע שָׁלוֹם',
  'windows-1256': 'يفتح السوق في السابعة',
  'windows-1257': 'Turgus atsidaro septintą',
  'windows-1258': 'Chợ mở cửa lúc bảy giờ, tiếng Việt ấẩẫậế',
  'windows-874': 'ตลาดเปิดเจ็ดโมง',
  'euc-jp': '朝の七時に市場が開きます。ｱｲｳ',
  'koi8-r': 'Рынок открывается',
  'koi8-u': 'Ринок відкривається ґ',
  'iso-8859-2': 'Žluťoučký kůň',
  'iso-8859-5': 'Рынок открывается',
  'iso-8859-7': 'Η αγορά',
  'iso-8859-15': 'œuvre à 5 €',
  ibm866: 'Рынок открывается',
  macintosh: 'café 5 € Ω',
  'x-mac-cyrillic': 'Рынок € ґ',
  'iso-2022-jp': '朝の七時に\nmarket が開きます。¥ ｱｲｳ',
};

describe('encodeText [FM80]', () => {
  test.each(textEncodings.map(({ label }) => label))('%s is read back as it was', (label) => {
    const text = samples[label]!;
    const bytes = encodeText(text, { label, hasMark: false });
    expect(decodeBytes(bytes, label).normalize('NFC')).toBe(text.normalize('NFC'));
    expect(bytes).not.toEqual(encodeText(text, { label: 'utf-8', hasMark: false }));
  });

  test('Unicode in each form, with its mark where it is wanted', () => {
    const text = '市场 café 😀\n';
    for (const label of unicodeLabels) {
      for (const hasMark of [true, false]) {
        const bytes = encodeText(text, { label, hasMark });
        if (hasMark || label === 'utf-8') {
          expect(decodeText(bytes)).toMatchObject({ text, encoding: { label, hasMark } });
        }
        expect(decodeBytes(bytes, label)).toBe(text);
      }
    }
    const big = encodeText('A', { label: 'utf-16be', hasMark: true });
    expect([...big]).toEqual([0xfe, 0xff, 0, 0x41]);
  });

  test('line endings throughout', () => {
    const write = (lineEnding: 'lf' | 'crlf' | 'cr' | undefined): string =>
      decodeBytes(
        encodeText('a\nb\r\nc\n', { label: 'utf-8', hasMark: false, lineEnding }),
        'utf-8',
      );
    expect(write('crlf')).toBe('a\r\nb\r\nc\r\n');
    expect(write('cr')).toBe('a\rb\rc\r');
    expect(write('lf')).toBe('a\nb\nc\n');
    expect(write(undefined)).toBe('a\nb\r\nc\n');
  });

  test.each([
    ['windows-1252', 'café 市场 市', { count: 2, characters: '市 场', encoding: 'Windows-1252' }],
    ['gb18030', 'a\ud800b', { count: 1, characters: 'U+D800' }],
    ['utf-8', 'a\udc00b', { count: 1, characters: 'U+DC00' }],
    ['iso-2022-jp', '朝\u001b€', { count: 2, characters: 'U+001B €' }],
  ])('%s refuses %j', (label, text, data) => {
    expect(() => encodeText(text, { label, hasMark: false })).toThrow(
      expect.objectContaining({
        code: 'text/encoding-lacks',
        data: expect.objectContaining(data) as unknown,
      }),
    );
  });

  test('whatever is written is read back, or refused', () => {
    const characters = fc.constantFrom(
      ...Object.values(samples).flatMap((one) => Array.from(one)),
      '\n',
    );
    const text = fc.array(characters, { maxLength: 30 }).map((all) => all.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom(...encodingLabels), (given, label) => {
        let bytes: Uint8Array;
        try {
          bytes = encodeText(given, { label, hasMark: false });
        } catch (thrown) {
          expect(thrown).toMatchObject({ code: 'text/encoding-lacks' });
          return;
        }
        expect(decodeBytes(bytes, label).normalize('NFC')).toBe(given.normalize('NFC'));
      }),
      { numRuns: 60 },
    );
  });
});

test('[EN1] Korean has the syllables that only Windows writes', () => {
  expect(decodeBytes(Uint8Array.from([0x8c, 0x63, 0x41]), 'euc-kr')).toBe('똠A');
});

describe('[FM80] a text that says its encoding', () => {
  test.each([
    ['utf-8', '<?xml version="1.0" encoding="UTF-8"?>'],
    ['gb18030', '<?xml version="1.0" encoding="GB18030"?>'],
    ['utf-16le', '<?xml version="1.0" encoding="UTF-16"?>'],
  ])('is in %s: %s', (label, declaration) => {
    const xml = '<?xml version="1.0" encoding="UTF-8"?>\n<tt>河边</tt>\n';
    const written = decodeText(encodeText(xml, { label, hasMark: false }), label).text;
    expect(written).toBe(`${declaration}\n<tt>河边</tt>\n`);
  });

  test('says so in a page as well, and nowhere else', () => {
    const page = '<!doctype html>\n<html>\n<meta charset="utf-8">\n<p>meta charset="utf-8"</p>';
    const encode = (text: string): string =>
      decodeText(encodeText(text, { label: 'big5', hasMark: false }), 'big5').text;
    expect(encode(page)).toBe(page.replace('utf-8', 'Big5'));
    const other = 'Write <?xml version="1.0" encoding="UTF-8"?> first.';
    expect(encode(other)).toBe(other);
  });
});
