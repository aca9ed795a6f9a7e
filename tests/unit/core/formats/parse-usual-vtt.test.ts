import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toPlainText } from '../../../../electron/core/formats/vtt/parse-blocks';
import { parseCarefully, parseVtt } from '../../../../electron/core/formats/vtt/parse-vtt';

const head = fc.constantFrom(
  'WEBVTT\n\n',
  'WEBVTT\n\n',
  'WEBVTT words\nKind: captions\nLanguage: de\n\n',
  '\ufeffWEBVTT\n\n\n',
  'WEBVTT\n',
  '',
);
const usualTimes = fc.integer({ min: 0, max: 59 }).map((second) => {
  const seconds = String(second).padStart(2, '0');
  return `00:00:${seconds}.000 --> 00:01:${seconds}.250\n`;
});
const oddTimes = fc.constantFrom(
  '00:03.000 --> 00:04.000\n',
  '00:00:03.000 --> 00:00:02.000\n',
  'name\n00:00:03.000 --> 00:00:04.000\n',
  '00:00:03,000 --> 00:00:04,000\n',
  '00:00:03.000 --> 00:00:04.000 align:left\n',
  '00:00:03.000 --> 00:60:04.000\n',
  'NOTE a note\n',
  'STYLE\n::cue { color: red }\n',
  'REGION\nid:one\n',
  'stray\n',
);
const usualText = fc.constantFrom(
  'One.\n',
  '两行\n',
  'Two\nlines\n',
  '<i>Look</i>\n',
  '<c>x</c>\n',
);
const oddText = fc.constantFrom(
  ...['', '\n', ' led\n', 'trailed \n', '<s>x</s>\n', '<v Anna>x</v>\n', 'a & b\n', '&lt;i&gt;\n'],
  ...['a --> b\n', '{\\an8}x\n', '<00:00:01.000>x\n', 'nul\0\n', '１:2 －﹥ 3:4\n', 'no end'],
);
const often = <Value>(usual: fc.Arbitrary<Value>, odd: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: odd });
const part = fc
  .tuple(
    often(usualTimes, oddTimes),
    often(usualText, oddText),
    often(fc.constant('\n'), fc.constantFrom('', '\n\n', '\r')),
  )
  .map((parts) => parts.join(''));
const file = fc
  .tuple(head, fc.array(part, { maxLength: 7 }), fc.boolean(), fc.constantFrom('\n', '\r\n'))
  .map(([begin, parts, isCut, ending]) => {
    const text = begin + parts.join('');
    return (isCut ? text.replace(/\n$/u, '') : text).replaceAll('\n', ending);
  });

test('[FM10] the direct way of reading usual cues gives what the careful one gives', () => {
  fc.assert(
    fc.property(file, (text) => {
      expect(parseVtt(text)).toEqual(parseCarefully(toPlainText(text)));
    }),
    { numRuns: 1500 },
  );
});
