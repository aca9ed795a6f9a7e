import { describe, expect, it } from 'vitest';
import { toMediaStream } from '../../../../electron/services/media/media-stream';
import { findTitle } from '../../../../electron/services/media/stream-title';

describe('[TR1] what a file calls a track', () => {
  it('is its title, else the name of its handler', () => {
    expect(findTitle({ title: ' Ton ', handler_name: 'Kommentar' })).toBe('Ton');
    expect(findTitle({ title: ' ', handler_name: "Director's commentary" })).toBe(
      "Director's commentary",
    );
    expect(findTitle({ handler_name: '\u001fMikrofon 2' })).toBe('Mikrofon 2');
    expect(findTitle({ language: 'eng' })).toBeUndefined();
    expect(findTitle(undefined)).toBeUndefined();
    const tags = { language: 'und', handler_name: "Director's commentary" };
    const stream = toMediaStream({ index: 1, codec_type: 'audio', tags }, 'mov,mp4,m4a', 0);
    expect(stream.title).toBe("Director's commentary");
  });

  it.each([
    ...['SoundHandler', 'GPAC ISO Audio Handler', 'Apple Sound Media Handler', 'Core Media Audio'],
    ...['\u001fMainconcept MP4 Sound Media Handler', 'AudioHandle', 'SoundHandle', 'GoPro AAC  '],
    ...['ISO Media file produced by Google Inc. Created on: 01/01/2020.', 'Bento4 Sound Handler'],
    ...['sound: Imported with GPAC 0.5.0', 'Sound Media Handler', '', 'soun'],
  ])('is not what its program calls all of them: %s', (handler) => {
    expect(findTitle({ handler_name: handler })).toBeUndefined();
  });
});
