import { StudioError } from '@core/errors/studio-error';
import { findMostBytes, nameFlashFormat } from '@isi/address-limits';
import { isWebAddress, maskAddress, readWebAddress } from '@isi/web-address';
import { isIP } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

function refusal(text: string): StudioError {
  try {
    readWebAddress(text);
  } catch (thrown) {
    if (thrown instanceof StudioError) return thrown;
    throw thrown;
  }
  throw new Error(`${text} was taken`);
}

describe('a web address [IS14]', () => {
  it.each([
    'https://gw.alipayobjects.com/os/bmw-prod/0574ee2e.wav',
    'http://localhost:8080/a.wav',
    'https://b.oss-cn-shanghai.aliyuncs.com/a.wav?x-oss-signature=ab%2Fc&x-oss-date=1',
    'https://example.com./a%20b.wav',
    'https://a_b.example.com:443',
    'https://1.example.com/talk.wav',
  ])('%s is sent as it is written', (link) => expect(readWebAddress(link).link).toBe(link));

  it.each([
    ['ftp://example.com/a.wav', 'address/not-http'],
    ['example.com/a.wav', 'address/not-http'],
    ['file:///home/me/a.wav', 'address/not-http'],
    [String.raw`D:\files\sample.wav`, 'address/not-http'],
    ['https://example.com/a b.wav', 'address/blanks'],
    ['https://example.com/a\u3000b.wav', 'address/blanks'],
    ['https://exa\tmple.com/a.wav', 'address/blanks'],
    ['https://me:pw@example.com/a.wav', 'address/password'],
    ['https://example.com/<a>.wav', 'address/characters'],
    ['https://example.com/100%.wav', 'address/characters'],
    ['https://example.com/\ud800.wav', 'address/characters'],
    ['https://例子.com/a.wav', 'address/characters'],
    [String.raw`https://example.com\a.wav`, 'address/characters'],
    ['https:///a.wav', 'address/unreadable'],
    ['https://example..com/a.wav', 'address/unreadable'],
    ['https://example.com:99999/a.wav', 'address/unreadable'],
    ['https://example.com:x/a.wav', 'address/unreadable'],
    ['http://127.0.0.1/sample.wav', 'address/ip-address'],
    ['http://192.168.0.1:80/a.wav', 'address/ip-address'],
    ['http://2130706433/a.wav', 'address/ip-address'],
    ['http://0x7f.1/a.wav', 'address/ip-address'],
    ['http://127.1./a.wav', 'address/ip-address'],
    ['http://[::1]:80/a.wav', 'address/ip-address'],
  ] as const)('%s: %s', (text, code) => expect(refusal(text).code).toBe(code));

  it('names the character that has to be escaped', () => {
    expect(refusal('https://example.com/a|b.wav').data).toMatchObject({
      character: '|',
      escape: '%7C',
    });
  });

  it('sends Chinese percent-encoded, and nothing twice', () => {
    const { link, shown, fileName } = readWebAddress(
      '  https://example.com/会议/%E4%BC%9A%20a.wav?name=会#t=1 ',
    );
    expect(link).toBe('https://example.com/%E4%BC%9A%E8%AE%AE/%E4%BC%9A%20a.wav?name=%E4%BC%9A');
    expect(shown).toBe('https://example.com/会议/会 a.wav?…');
    expect(fileName).toBe('会 a.wav');
  });

  it('is what every program takes it for', () => {
    const parts = fc.tuple(
      fc.constantFrom('http', 'HTTPS'),
      fc.constantFrom('localhost', 'example.com:81', 'Gw.Example.COM.', '1.x'),
      fc.webPath({ size: 'small' }),
      fc.option(fc.webQueryParameters({ size: 'small' })),
    );
    fc.assert(
      fc.property(parts, ([scheme, host, path, query]) => {
        const text = `${scheme}://${host}${path}${query === null ? '' : `?${query}`}`;
        const [taken, meant] = [new URL(readWebAddress(`${text}#part`).link), new URL(text)];
        expect(taken.href).toBe(meant.href);
      }),
    );
  });

  it('never leads to a number, has a blank or another host than it seems', () => {
    const part = fc.constantFrom(
      ...[
        '1',
        '127',
        '0x7f',
        '.',
        'a',
        ':',
        '@',
        '[',
        ']',
        '/',
        '?',
        '#',
        '\\',
        ' ',
        '%31',
        '１',
        '。',
      ],
    );
    const text = fc.array(part, { maxLength: 12 }).map((parts) => `http://${parts.join('')}`);
    fc.assert(
      fc.property(text, (given) => {
        let link: string;
        try {
          ({ link } = readWebAddress(given));
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(StudioError);
          return;
        }
        const { hostname, username } = new URL(link);
        expect(isIP(hostname)).toBe(0);
        expect(username).toBe('');
        expect(link).toMatch(/^[\x21-\x7e]+$/);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what is shown of an address [IS15]', () => {
  it('is no query, no fragment and no password, of a good one and of a bad one', () => {
    const secret = fc.stringMatching(/^[a-z0-9]{12}$/);
    fc.assert(
      fc.property(secret, fc.constantFrom('/', '/a b', '/%', '/a.wav'), (word, path) => {
        const { shown } = readWebAddress(`https://example.com/a.wav?signature=${word}`);
        expect(shown).not.toContain(word);
        const bad = [
          `https://me:${word}@example.com${path}`,
          `https://example.com/a b?signature=${word}`,
          `https://127.0.0.1${path}?signature=${word}`,
          `ftp://example.com${path}#${word}`,
        ];
        for (const text of bad) {
          const { message, data } = refusal(text);
          expect(message + JSON.stringify(data)).not.toContain(word);
        }
      }),
    );
  });

  it('keeps what names the recording', () => {
    expect(maskAddress('https://me:pw@example.com/a.wav?b=c')).toBe(
      'https://…@example.com/a.wav?…',
    );
    expect(readWebAddress('https://example.com/a%3Fb%0A%E2%80%AE.wav').shown).toBe(
      'https://example.com/a%3Fb%0A%E2%80%AE.wav',
    );
    expect(readWebAddress('https://example.com/').fileName).toBe('example.com');
    expect(readWebAddress('https://example.com/%ff.wav').fileName).toBe('%ff.wav');
  });
});

it('what is meant as an address is told from a file', () => {
  for (const text of ['https://a', ' ftp://b/c', 'HTTP://x']) expect(isWebAddress(text)).toBe(true);
  for (const text of ['talk.wav', 'C:/talk.wav', './http/talk.wav']) {
    expect(isWebAddress(text)).toBe(false);
  }
});

describe('what a service takes of an address [IS16]', () => {
  it.each([
    ['flash', 'a.mp4', 'video/mp4', 100],
    ['file', 'a.wav', 'audio/wav', 512],
    ['file', 'a', '', 512],
    ['file', 'a.MP4', '', 2048],
    ['file', 'a', 'video/mp4', 2048],
  ] as const)('%s: %s of %s at most %i MB', (engine, fileName, contentType, most) => {
    expect(findMostBytes(engine, { fileName, contentType })).toBe(most * 1024 * 1024);
  });

  it.each([
    ['a.WAV', '', 'wav'],
    ['a.m4a', 'application/octet-stream', 'mp4'],
    ['play', 'audio/mpeg; charset=x', 'mp3'],
    ['a.flac', 'audio/flac', undefined],
  ])('the format of %s (%s) is %s', (fileName, contentType, format) => {
    expect(nameFlashFormat({ fileName, contentType })).toBe(format);
  });
});
