import { encodingLabels } from '@core/encodings/text-encodings';
import { StudioError } from '@core/errors/studio-error';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findEncoding } from '../../../../electron/services/formats/decode-bytes';
import { decodeText } from '../../../../electron/services/formats/decode-text';
import { encodeText as encodeFile } from '../../../../electron/services/formats/encode-text';
import { sentenceSets } from '../../../fixtures/sentences';
import { encodeText } from '../../../helpers/encode-text';

const cases = sentenceSets.flatMap(({ language, labels, sentences }) =>
  labels.map((label) => ({ language, label, sentences })),
);

describe('[EN2] the encoding of a text without a mark', () => {
  it.each(cases)('is found of $language in $label by one line', ({ label, sentences }) => {
    const read = sentences.map((text) => decodeText(encodeText(`${text}\n`, label)).text);
    expect(read).toEqual(sentences.map((text) => `${text}\n`));
  });

  it.each(cases)('is found of $language in $label by subtitles', ({ label, sentences }) => {
    const text = sentences
      .map(
        (line, index) =>
          `${index + 1}\r\n00:00:0${index},000 --> 00:00:0${index},900\r\n${line}\r\n`,
      )
      .join('\r\n');
    const decoded = decodeText(encodeText(text, label));
    expect(decoded.text).toBe(text);
  });

  it.each([
    [
      'windows-1252',
      'Müller|Zürich|café|año|¿Qué?|Ça va?|It’s|“Hi”|São Paulo|€5|CAFÉ|Garçon!|Où?|£20',
    ],
    [
      'gb18030',
      '你好|好|再见|什么？|北京|第1集|字幕组：人人影视|妈妈|警察局|OK，没问题|Hello 世界',
    ],
    ['big5', '你好|謝謝|再見|什麼？|台北|沒問題|第1集|媽媽'],
    ['shift_jis', 'はい|ありがとう|東京|何？|日本語'],
    ['euc-kr', '네|아니요|감사합니다|서울|엄마'],
    ['windows-1251', 'Да|Нет|Спасибо|ПРИВЕТ|Мама'],
    ['windows-1250', 'Děkuji|Dziękuję|Łódź|Příliš|Köszönöm'],
    ['windows-1254', 'Teşekkürler|İstanbul|ağaç|şey'],
  ])('is found of %s by a word or two', (label, words) => {
    for (const word of words.split('|')) {
      expect(decodeText(encodeText(word, label)).text).toBe(word);
    }
  });

  it('is found of any lines of a language', () => {
    const some = fc
      .constantFrom(...cases)
      .chain(({ label, sentences }) =>
        fc.tuple(fc.constant(label), fc.array(fc.constantFrom(...sentences), { minLength: 1 })),
      );
    fc.assert(
      fc.property(some, fc.constantFrom('\n', '\r\n'), ([label, lines], ending) => {
        const text = lines.join(ending);
        expect(decodeText(encodeText(text, label)).text).toBe(text);
      }),
    );
  });

  it.each(['utf-16le', 'utf-16be'])('is found of any language in %s', (label) => {
    for (const { sentences } of sentenceSets) {
      const bytes = Buffer.from(sentences.join('\n'), 'utf16le');
      if (label === 'utf-16be') bytes.swap16();
      expect(decodeText(bytes).encoding).toEqual({ label, hasMark: false });
      expect(decodeText(bytes).text).toBe(sentences.join('\n'));
    }
  });

  it('is UTF-16 also of a line of Chinese, which has no byte that is zero', () => {
    const bytes = Buffer.from('我不知道他现在在哪里。', 'utf16le');
    expect(bytes.includes(0)).toBe(false);
    expect(decodeText(bytes).text).toBe('我不知道他现在在哪里。');
  });

  it('is what most of the text is where some bytes were spoilt', () => {
    const utf8 = Buffer.from('我不知道他现在在哪里。\n明天早上我们一起去学校，好不好？\n');
    utf8[3] = 0xff;
    expect(decodeText(utf8).encoding.label).toBe('utf-8');
    const gb = encodeText('我不知道他现在在哪里。\n明天早上我们一起去学校，好不好？\n', 'gb18030');
    gb[2] = 0xff;
    expect(decodeText(gb).encoding.label).toBe('gb18030');
  });

  it('is Japanese of seven bits by its escapes', () => {
    const bytes = Buffer.from('\u001b$B$3$s$K$A$O\u001b(B\n', 'latin1');
    expect(decodeText(bytes)).toMatchObject({
      text: 'こんにちは\n',
      encoding: { label: 'iso-2022-jp' },
    });
  });
});

describe('[EN1] bytes that are no text', () => {
  it.each([
    [
      'Korean of seven bits, which nobody decodes',
      '\u001b$)C\n\u000e>H3gGO<<?d\u000f.\n'.repeat(4),
    ],
    [
      'a picture',
      Buffer.from('/9j/4RG5RXhpZgHlodGfp+3x9Ozq5OP/2/+wMD/kpL/oaH/', 'base64').toString('latin1'),
    ],
  ])('are refused: %s', (_what, text) => {
    expect(() => decodeText(Buffer.from(text, 'latin1'))).toThrow();
  });

  it('are refused with the encodings that were tried', () => {
    const bytes = Uint8Array.from({ length: 400 }, (_, index) => 0x80 + ((index * 89 + 7) % 0x80));
    let thrown: unknown;
    try {
      decodeText(bytes);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(StudioError);
    const { code, data } = thrown as StudioError;
    expect(code).toBe('text/encoding-unknown');
    expect(data['tried']).toContain('GB18030');
    expect(data['tried']).toContain('Windows-1252');
    expect(data['tried']).toContain('Big5');
    // What a person is shown first, to choose by.
    expect(encodingLabels).toContain(data['likeliest']);
  });
});

describe('[EN1] an encoding that is named', () => {
  it('is taken, by any of its names', () => {
    const bytes = encodeText('Привет', 'koi8-r');
    expect(decodeText(bytes, 'KOI8-R').text).toBe('Привет');
    expect(decodeText(encodeText('naïve', 'windows-1252'), 'latin1').text).toBe('naïve');
  });

  it('is refused where nobody knows it', () => {
    expect(() => decodeText(Buffer.from('a'), 'ebcdic-x')).toThrow(
      expect.objectContaining({ code: 'text/encoding-unknown' }),
    );
  });

  it('is one that this program decodes, whichever of the table it is', () => {
    for (const label of encodingLabels) expect(findEncoding(label)).toBe(label);
  });

  it('reads the marks of Windows-1252 on every release of Node.js', () => {
    const bytes = Uint8Array.from([0x80, 0x92, 0x93, 0x94, 0x96, 0x97, 0x99]);
    expect(decodeText(bytes, 'windows-1252').text).toBe('€’“”–—™');
  });
});

describe('[EN1] zero bytes', () => {
  const subtitles = Array.from(
    { length: 20 },
    (_, index) =>
      `${index + 1}\n00:00:${10 + index},000 --> 00:00:${10 + index},900\nThe n\0ight.\n`,
  ).join('\n');

  it('that stray in UTF-8 are characters of it', () => {
    const { text, encoding } = decodeText(Buffer.from(subtitles));
    expect([text, encoding.label]).toEqual([subtitles, 'utf-8']);
  });

  it('are many in binary data', () => {
    expect(() => decodeText(Buffer.from('ab\0\0\0\u0001'.repeat(50)))).toThrow(TypeError);
  });

  it.each(cases)('that stray in $label are characters of it: $language', ({ label, sentences }) => {
    const text = sentences
      .map((line, index) => `${index + 1}\n00:00:0${index},000 --> 00:00:0${index},900\n${line}\n`)
      .join('\n');
    const bytes = encodeText(text, label);
    const at = bytes.lastIndexOf(0x0a, bytes.length - 2);
    const spoilt = Buffer.concat([bytes.subarray(0, at), Buffer.from([0]), bytes.subarray(at)]);
    expect(decodeText(spoilt).text.replace('\0', '')).toBe(text);
    expect(decodeText(spoilt).text.split('\0')).toHaveLength(2);
  });

  it('are not asked of what is no text at all', () => {
    const noise = Uint8Array.from({ length: 400 }, (_, index) => 0x80 + ((index * 89 + 7) % 0x80));
    expect(() => decodeText(noise.with(200, 0))).toThrow(TypeError);
  });
});

describe('[EN1] UTF-32', () => {
  const text = '市场 café 😀\n';
  const encode = (label: string, hasMark: boolean): Uint8Array =>
    encodeFile(text, { label, hasMark });

  it.each(['utf-32le', 'utf-32be'])('is known by its mark, and taken by its name: %s', (label) => {
    const marked = encode(label, true);
    expect(marked.length).toBe(44);
    expect(decodeText(marked)).toEqual({ text, encoding: { label, hasMark: true }, others: [] });
    expect(decodeText(encode(label, false), label.toUpperCase()).text).toBe(text);
    const spoilt = marked.with(label === 'utf-32le' ? 7 : 4, 0x7f);
    expect(decodeText(spoilt).text).toBe(`\ufffd${text.slice(1)}`);
  });

  it('is that of this computer where nothing else is said', () => {
    expect(decodeText(encode('utf-32le', false), 'UTF-32').text).toBe(text);
  });
});
