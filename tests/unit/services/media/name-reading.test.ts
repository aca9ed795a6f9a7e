import { expect, it } from 'vitest';
import { nameCopy } from '../../../../electron/services/media/name-reading';

const sound = (index: number) =>
  ({ index, kind: 'audio', codec: 'aac', startOffsetMs: 0 }) as const;
const one = { streams: [sound(0)], audioStreamIndex: 0 };

it('[MD4] a copy is of a recording, of a track of it, and of how it is read', () => {
  const view = { endByte: 1, patches: [] };
  const names = [
    nameCopy('abc', one),
    nameCopy('abc', { ...one, facts: { view } }),
    nameCopy('abc', { ...one, facts: { doesClockJump: true } }),
    nameCopy('abc', { streams: [sound(1), sound(2)], audioStreamIndex: 1 }),
    nameCopy('abc', { streams: [sound(1), sound(2)], audioStreamIndex: 2 }),
  ];
  // The plain one has the name that it always had.
  expect(names[0]).toBe('abc');
  expect(new Set(names).size).toBe(names.length);
});
