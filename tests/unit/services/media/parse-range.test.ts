import { expect, it } from 'vitest';
import { parseRange } from '../../../../electron/services/media/parse-range';

const all = undefined;
const none = 'unsatisfiable';

it.each([
  ['no header', null, 100, all],
  ['the whole from zero', 'bytes=0-', 100, { begin: 0, end: 100 }],
  ['a stretch', 'bytes=10-19', 100, { begin: 10, end: 20 }],
  ['one byte', 'bytes=99-99', 100, { begin: 99, end: 100 }],
  ['an end beyond the file', 'bytes=90-5000', 100, { begin: 90, end: 100 }],
  ['the last bytes', 'bytes=-10', 100, { begin: 90, end: 100 }],
  ['more last bytes than there are', 'bytes=-500', 100, { begin: 0, end: 100 }],
  ['the last zero bytes', 'bytes=-0', 100, none],
  ['a begin at the end', 'bytes=100-', 100, none],
  ['a begin beyond the end', 'bytes=101-200', 100, none],
  ['anything of an empty file', 'bytes=0-', 0, none],
  ['an end before the begin', 'bytes=20-10', 100, all],
  ['several ranges', 'bytes=0-1,5-6', 100, all],
  ['another unit', 'lines=0-1', 100, all],
  ['no numbers', 'bytes=-', 100, all],
  ['nonsense', 'bytes=a-b', 100, all],
  ['signs', 'bytes=+1--2', 100, all],
  ['a unit in capitals', 'Bytes=1-2', 100, { begin: 1, end: 3 }],
])('%s', (_case, header, sizeBytes, expected) => {
  expect(parseRange(header, sizeBytes)).toEqual(expected);
});
