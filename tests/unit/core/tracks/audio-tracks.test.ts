import { type AudioTrack, findHeardTrack, findUsualTrack } from '@core/tracks/audio-track';
import { describeHeardTrack, describeTrack } from '@core/tracks/describe-track';
import { findAskedTrack } from '@core/tracks/find-asked-track';
import { describe, expect, test } from 'vitest';

function makeTracks(...given: readonly Partial<AudioTrack>[]): readonly AudioTrack[] {
  return given.map((facts, track) => ({ track, codec: 'aac', channels: 2, ...facts }));
}

const film = makeTracks(
  { language: 'eng', title: 'Commentary' },
  { language: 'ger', isDefault: true },
  { language: 'chi', channels: 1 },
  { language: 'pt-BR' },
  { language: 'eng', isDefault: true },
);

describe('[TR1] the usual track', () => {
  test.each([
    ['the first one', makeTracks({}, {}), 0],
    ['the first that is marked', makeTracks({}, { isDefault: true }, { isDefault: true }), 1],
    ['none that cannot be decoded', makeTracks({ isUndecodable: true, isDefault: true }, {}), 1],
    ['where none can be, the first', makeTracks({ isUndecodable: true }), 0],
  ])('%s', (_case, tracks, expected) => {
    expect(findUsualTrack(tracks)?.track).toBe(expected);
    expect(findHeardTrack(tracks, undefined)?.track).toBe(expected);
  });

  test('gives way to a chosen one, unless that is not there', () => {
    expect(findHeardTrack(film, 3)?.track).toBe(3);
    expect(findHeardTrack(film, 9)?.track).toBe(1);
    expect(findHeardTrack(makeTracks(), 0)).toBeUndefined();
  });
});

describe('[TR2] a track that is asked for', () => {
  test.each([
    ['by its number, from 1', '3', 2],
    ['by ISO 639-2 for libraries', 'ger', 1],
    ['by ISO 639-2 for terminology', 'deu', 1],
    ['by ISO 639-1', 'de', 1],
    ['by another tag of the language', 'zh-CN', 2],
    ['by its very tag', 'PT-br', 3],
    ['by its English name', 'Chinese', 2],
    ['by its own name', 'Deutsch', 1],
    ['by its Chinese name', '葡萄牙语', 3],
    ['of several of a language the one that is marked', 'en', 4],
    ['not by 0', '0', undefined],
    ['not by a number there is not', '6', undefined],
    ['not by a language there is not', 'fr', undefined],
    ['not by none', 'und', undefined],
    ['not by what is no language', 'main audio', undefined],
  ])('%s', (_case, asked, expected) => {
    expect(findAskedTrack(film, asked)?.track).toBe(expected);
  });

  test('is not one of which nobody knows the language', () => {
    expect(findAskedTrack(makeTracks({ language: 'und' }, {}), 'und')).toBeUndefined();
  });
});

describe('a track in words', () => {
  test.each([
    ['en', film[0]!, '1: English, “Commentary”, AAC, stereo'],
    ['en', film[1]!, '2: German, AAC, stereo, default'],
    ['zh-CN', film[2]!, '3：中文，AAC，单声道'],
    [
      'en',
      makeTracks({ language: 'und', codec: 'pcm_s16le', channels: 6 })[0]!,
      '1: PCM, 6 channels',
    ],
    ['zh-CN', { track: 4, isUndecodable: true }, '5：无法解码'],
    ['en', { track: 0 }, '1'],
  ] as const)('%s', (locale, track, expected) => {
    expect(describeTrack(locale, track)).toBe(expected);
  });

  test('and the others beside it', () => {
    expect(describeHeardTrack('en', film.slice(1, 3), 2)).toEqual({
      heard: '3: Chinese, AAC, mono',
      others: '2: German, AAC, stereo, default',
    });
  });

  test('shows what a title hides', () => {
    expect(describeTrack('en', { track: 0, title: 'a\u001b[2J' })).not.toContain('\u001b');
  });
});
