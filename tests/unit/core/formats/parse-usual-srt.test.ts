import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCarefully, parseSrt } from '../../../../electron/core/formats/parse-srt';

/** What a part of a file may be: mostly as it should be, now and then anything else. */
const usualHead = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 99 }))
  .map(([number, second]) => {
    const seconds = String(second).padStart(2, '0');
    return `${number}\n00:00:${seconds},000 --> 00:01:${seconds},250\n`;
  });
const oddHead = fc.constantFrom(
  '00:00:01,000 --> 00:00:02,000\n',
  '1\n00:00:03,000 --> 00:00:02,000\n',
  ' 2\n00:00:03,000 --> 00:00:04,000\n',
  '3\n00:00:03.000 --> 00:00:04.000\n',
  '4\n00:00:03,000 --> 00:00:04,000 X1:1\n',
  '5\n００:00:03,000 --> 00:00:04,000\n',
  '1234567890\n00:00:03,000 --> 00:00:04,000\n',
);
const usualText = fc.constantFrom(
  'One.\n',
  '两行\n',
  'Two\nlines\n',
  '<i>Look</i>\n',
  'a & b\n',
  '7\n',
);
const oddText = fc.constantFrom(
  '',
  '\n',
  ' \n',
  ' led\n',
  'trailed \n',
  '<i></i>\n',
  '<font color="red">x</font>\n',
  '{\\an8}x\n',
  'a < b > c\n',
  '1: x -> y\n',
  '1: x ￫ y\n',
  '２： x －﹥ y\n',
  '00:00:05,000 -<i>> 00:00:06,000\n',
  'x\u3000\n',
  'no end',
);
const usualGap = fc.constant('\n');
const oddGap = fc.constantFrom('', '\n\n', ' \n', '\r\n', '\r', '9\n\n');

const often = <Value>(usual: fc.Arbitrary<Value>, odd: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: odd });
const file = fc
  .tuple(
    fc.array(
      fc
        .tuple(often(usualHead, oddHead), often(usualText, oddText), often(usualGap, oddGap))
        .map((parts) => parts.join('')),
      { maxLength: 7 },
    ),
    fc.constantFrom('', '8\n', 'x', ' '),
    fc.constantFrom('', '\n'),
    fc.constantFrom('\n', '\r\n', '\r'),
  )
  .map(([parts, tail, cut, ending]) => {
    const text = parts.join('') + tail;
    const whole = cut !== '' && text.endsWith('\n\n') ? text.slice(0, -1) : text;
    return whole.replaceAll('\n', ending);
  });

test('[FM3] the direct way of reading usual cues gives what the careful one gives', () => {
  fc.assert(
    fc.property(file, (text) => {
      expect(parseSrt(text)).toEqual(parseCarefully(text.replace(/\r\n|\r/gu, '\n')));
    }),
    { numRuns: 1500 },
  );
});

test('[FM3] no character that can be read as an arrow is taken for plain text', () => {
  const head = '1\n00:00:01,000 --> 00:00:02,000\n';
  for (const arrow of ['>', '→', '＞', '﹥', '￫']) {
    const text = `${head}１：2 -${arrow} 3\n`;
    expect(parseSrt(text)).toEqual(parseCarefully(text));
    expect(parseSrt(text).repairs).not.toEqual([]);
  }
});
