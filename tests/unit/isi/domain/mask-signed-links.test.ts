import { maskSignedLinks } from '@isi/mask-signed-links';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const signed = [
  'https://b.oss-cn-shanghai.aliyuncs.com/a.wav?x-oss-credential=K%2F2026&x-oss-expires=1&x-oss-signature=abc123',
  'https://b.oss.example/a.wav?OSSAccessKeyId=K&Expires=1&Signature=0YXJ%3D',
  'http://localhost:1/b/a.wav?x-oss-security-token=CAIS%2B&x-oss-signature=abc123',
];

it.each(signed)('hides the query of %s', (link) => {
  const said = maskSignedLinks(JSON.stringify({ a: [{ file_link: link }], b: 'x' }));
  expect(JSON.parse(said)).toEqual({
    a: [{ file_link: `${link.slice(0, link.indexOf('?'))}?…` }],
    b: 'x',
  });
});

it('knows a link whose marks JSON has escaped', () => {
  const json = `{"l":"https:\\/\\/h\\/a.wav?Expires\\u003d1\\u0026Signature\\u003dab\\/c","m":"?"}`;
  const said = maskSignedLinks(json);
  expect(JSON.parse(said)).toEqual({ l: 'https://h/a.wav?…', m: '?' });
});

it('changes nothing else, and leaves JSON what it was', () => {
  const reply = '{"Text":"Really? A signature = a name. https://h/a?b=c","Url":"https://h/?q=1"}';
  expect(maskSignedLinks(reply)).toBe(reply);
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(...signed), (json, link) => {
      const both = `[${json},${JSON.stringify(link)}]`;
      const said = maskSignedLinks(both);
      expect(() => JSON.parse(said) as unknown).not.toThrow();
      expect(said).not.toContain('ignature=abc');
    }),
  );
});
