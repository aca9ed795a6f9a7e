import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { describeComplaint, inputArguments } from '../../../../electron/services/media/media-input';
import { timelineOf } from '../../../../electron/services/media/media-timeline';

test('a file name can be neither an option nor a protocol', () => {
  expect(inputArguments('-y http://x.wav').at(-1)).toBe(`file:${resolve('-y http://x.wav')}`);
});

test('only local files and known containers are opened', () => {
  const [protocols, formats] = [1, 3].map((index) => inputArguments('a.wav')[index]!.split(','));
  expect(protocols).toEqual(['file']);
  const followsOtherFiles = ['hls', 'concat', 'dash', 'sdp', 'rtsp', 'image2', 'imf', 'webm_dash'];
  expect(formats!.filter((format) => followsOtherFiles.includes(format))).toEqual([]);
});

test('music of trackers, which holds its own samples, is opened', () => {
  expect(inputArguments('a.xm')[3]!.split(',')).toContain('libopenmpt');
});

test.each([
  [
    ['[mov,mp4 @ 0x55c1] moov atom not found', 'file:/a b.mp4: Invalid data found'],
    'Invalid data found',
  ],
  [['[wav @ 000002b1c0] bad header', ''], 'bad header'],
  [['broken', 'Last message repeated 3 times', 'Conversion failed!'], 'broken'],
  [
    ["[hls @ 0x1] Format not on whitelist 'mov,mp4'", 'x: Invalid argument'],
    'files of the kind "hls" are not opened',
  ],
  [[], undefined],
])('%j means %j', (lines, meaning) => {
  expect(describeComplaint(lines, '/a b.mp4')).toBe(meaning);
});

test.each([
  ['mov,mp4,m4a,3gp,3g2,mj2', 'kept'],
  ['matroska,webm', 'kept'],
  ['ogg', 'kept'],
  ['mpegts', 'rebased'],
  ['mp3', 'untimed'],
  ['wav', 'untimed'],
])('the timeline of %s is %s', (formatName, timeline) => {
  expect(timelineOf(formatName)).toBe(timeline);
});
