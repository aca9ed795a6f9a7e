import { avidDs } from '@core/formats/avid-ds';
import { csv } from '@core/formats/csv';
import { edl } from '@core/formats/edl';
import { fcpxml } from '@core/formats/fcpxml';
import { toSeconds } from '@core/formats/fcpxml/write-fcpxml';
import { writableFormats } from '@core/formats/registry';
import type { WrittenFile } from '@core/formats/format';
import type { FormatDocument } from '@core/formats/format-document';
import { tsv } from '@core/formats/tsv';
import { usualFrameRates } from '@core/timing/frame-rate';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { makeSentence } from '../transcript/build-transcript';

const talk: FormatDocument = {
  language: 'zh-Hans',
  media: { path: '/films/A & B.mov', durationMs: 120_000 },
  sentences: [
    makeSentence('Hello | there.', 1000, 3000, { speaker: 'Ann' }),
    makeSentence('<i>你好</i> <s>a</s> & b', 2000, 4000),
    makeSentence('{\\an8}Last.', 60_000, 62_500),
  ],
};
const write = (format: typeof edl, document = talk, options = {}): WrittenFile =>
  format.write!(document, options);

describe('[FM74] the frame rate', () => {
  const first = (document: FormatDocument, options = {}): string =>
    String(write(avidDs, document, options).content).split('\n')[4]!;

  it('is the one that was asked for, else the document’s, its picture’s, or 25', () => {
    const half = { ...talk, sentences: [makeSentence('Hello.', 500, 1500)] };
    expect(first(half)).toBe('00:00:00:13 00:00:01:13');
    const rate = usualFrameRates['50'];
    const pictured = { ...half, media: { path: '', durationMs: 1, frameRate: rate } };
    expect(first(pictured)).toBe('00:00:00:25 00:00:01:25');
    expect(first({ ...pictured, frameRate: usualFrameRates['24'] })).toBe(
      '00:00:00:12 00:00:01:12',
    );
    expect(first(pictured, { fps: '30' })).toBe('00:00:00:15 00:00:01:15');
  });

  it('is one field of forms, with the rule that rounds', () => {
    for (const { options } of writableFormats) {
      expect(options.filter(({ name }) => name === 'fps').length).toBeLessThan(2);
    }
    expect(edl.options.map(({ name }) => name)).toContain('fps');
  });
});

describe('[FM75] an edit decision list', () => {
  it('has a marker of one frame for each cue', () => {
    const { content, losses } = write(edl, talk, { fps: '25' });
    expect(String(content).split('\n').slice(0, 6)).toEqual([
      'TITLE: A & B',
      'FCM: NON-DROP FRAME',
      '',
      '001  001      V     C        00:00:01:00 00:00:01:01 00:00:01:00 00:00:01:01',
      ' |C:ResolveColorBlue |M:Ann: Hello ¦ there. |D:50',
      '',
    ]);
    expect(losses).toContainEqual({ code: 'bars', count: 1 });
    expect(losses).toContainEqual({ code: 'markup', count: 2 });
  });

  it('drops frames where the rate has that, unless a person does not want it', () => {
    const drop = String(write(edl, talk, { fps: '29.97' }).content);
    expect(drop).toContain('FCM: DROP FRAME');
    expect(drop).toContain('00:00:59;28 00:00:59;29 00:00:59;28');
    const whole = String(write(edl, talk, { fps: '29.97', dropFrame: false }).content);
    expect(whole).toContain('FCM: NON-DROP FRAME');
    expect(whole).toContain('00:00:59:28 00:00:59:29');
  });

  it('begins where the programme does', () => {
    const content = write(edl, talk, { fps: '25', programmeStart: '01:00:00:00' }).content;
    expect(content).toContain('01:00:01:00 01:00:01:01');
  });
});

describe('[FM75] markers of Premiere Pro', () => {
  it('are a table with timecodes, where it is asked for', () => {
    const { content, losses } = write(csv, talk, { columns: 'premiere', fps: '29.97' });
    expect(String(content).split('\n').slice(0, 3)).toEqual([
      'Marker Name,Description,In,Out,Duration,Marker Type',
      'Hello | there.,Ann,00:00:01;00,00:00:03;00,00:00:02;00,Comment',
      '你好 a & b,,00:00:02;00,00:00:04;00,00:00:02;00,Comment',
    ]);
    expect(losses).toContainEqual({ code: 'markup', count: 2 });
    expect(write(csv).content).toContain('00:00:01.000,00:00:03.000');
    expect(write(csv).losses).not.toContainEqual({ code: 'markup', count: 2 });
  });

  it('tell that lines run together, and hold no formula', () => {
    const sentences = [makeSentence('=1+1\nb', 0, 1000)];
    const { content, losses } = write(tsv, { ...talk, sentences }, { columns: 'premiere' });
    expect(String(content).split('\n')[1]).toMatch(/^'=1\+1 b\t/u);
    expect(losses).toContainEqual({ code: 'marker-lines', count: 1 });
  });
});

it('[FM76] captions of Avid are blocks between two marks', () => {
  expect(write(avidDs, { ...talk, sentences: talk.sentences.slice(1) }).content).toBe(
    `@ This file written with the Avid Caption plugin, version 1

<begin subtitles>

00:00:02:00 00:00:04:00
你好 a & b

00:01:00:00 00:01:02:13
Last.

<end subtitles>
`,
  );
});

describe('[FM78] FCPXML', () => {
  it.each([
    ['titles', '1.10'],
    ['captions', '1.11'],
  ])('of %s, version %s, is well-formed and on whole frames', (kind, version) => {
    const { content, losses } = write(fcpxml, talk, { kind, fcpxmlVersion: version, fps: '29.97' });
    const elements = parse(String(content));
    const items = elements.filter(({ name }) => name === kind.slice(0, -1));
    expect(items.map(({ attributes }) => [attributes['offset'], attributes['duration']])).toEqual([
      ['30030/30000s', '60060/30000s'],
      ['60060/30000s', '60060/30000s'],
      ['1799798/30000s', '75075/30000s'],
    ]);
    expect(items.map(({ attributes }) => attributes['lane'])).toEqual(['1', '2', '1']);
    expect(elements.find(({ name }) => name === 'fcpxml')!.attributes['version']).toBe(version);
    expect(elements.find(({ name }) => name === 'sequence')!.attributes['tcFormat']).toBe('DF');
    expect(elements.find(({ name }) => name === 'format')!.attributes).toMatchObject({
      name: 'FFVideoFormat1080p2997',
      frameDuration: '1001/30000s',
    });
    const partial = kind === 'titles' ? 2 : 1;
    expect(losses).toContainEqual({ code: 'partial-look', count: partial });
    const texts = elements.filter(({ name }) => name === 'text').map(({ text }) => text);
    expect(texts).toEqual(['Hello | there.', '你好 a & b', 'Last.']);
  });

  it('begins with the timecode of the programme, and its titles stay', () => {
    const options = { fps: '29.97', programmeStart: '01:00:00;00' };
    const elements = parse(String(write(fcpxml, talk, options).content));
    const find = (tag: string) => elements.find(({ name }) => name === tag)!.attributes;
    // The frame 107,892, which bears the number of an hour where frames are dropped.
    expect(find('sequence')).toMatchObject({ tcStart: '107999892/30000s', tcFormat: 'DF' });
    expect(find('gap')).toMatchObject({ offset: '107999892/30000s', start: '0s' });
    expect(find('title')['offset']).toBe('30030/30000s');
    expect(find('sequence')['duration']).toBe('3599596/30000s');
  });

  it('a caption says its language, and stands above where the cue does', () => {
    const elements = parse(String(write(fcpxml, talk, { kind: 'captions' }).content));
    const captions = elements.filter(({ name }) => name === 'caption');
    expect(captions[0]!.attributes['role']).toBe('iTT?captionFormat=ITT.zh-Hans');
    const places = elements.filter(({ name }) => name === 'text');
    expect(places.map(({ attributes }) => attributes['placement'])).toEqual([
      'bottom',
      'bottom',
      'top',
    ]);
  });

  it('each look has a style of its own, and each style one id', () => {
    const elements = parse(String(write(fcpxml).content));
    const ids = elements.flatMap(({ name, attributes }) =>
      name === 'text-style-def' ? [attributes['id']!] : [],
    );
    expect(new Set(ids).size).toBe(ids.length);
    const used = elements.flatMap(({ attributes }) => attributes['ref'] ?? []);
    expect(used.filter((id) => id.startsWith('ts')).every((id) => ids.includes(id))).toBe(true);
    expect(elements.some(({ attributes }) => attributes['italic'] === '1')).toBe(true);
  });

  it('no text breaks it', () => {
    const parts = fc.array(
      fc.constantFrom('<', '>', '&', '"', ']]>', '\u0000', 'a', '\ud800', ' '),
    );
    fc.assert(
      fc.property(parts, (text) => {
        const sentences = [makeSentence(`a${text.join('')}`, 0, 1000)];
        expect(() => parse(String(write(fcpxml, { ...talk, sentences }).content))).not.toThrow();
      }),
      { numRuns: 50 },
    );
  });

  it('times are fractions of frames', () => {
    expect(toSeconds(30, usualFrameRates['29.97'])).toBe('30030/30000s');
    expect(toSeconds(30_000, usualFrameRates['29.97'])).toBe('1001s');
    expect(toSeconds(12, usualFrameRates['24'])).toBe('12/24s');
    expect(toSeconds(0, usualFrameRates['25'])).toBe('0s');
  });
});

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

function parse(xml: string): readonly Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, text: '' };
    elements.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    for (const element of open) element.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return elements;
}
