import { type Locale, translate } from '../messages/catalogue';
import { showValueHarmless } from '../messages/show-harmless';
import type { AudioTrack } from './audio-track';
import { findLanguageName, findPrimaryLanguage } from './track-language';

/** A track as people read it in a list: `2: German, “Comment”, AAC, stereo, default`. */
export function describeTrack(locale: Locale, track: AudioTrack): string {
  const [separator, comma] = locale === 'zh-CN' ? ['：', '，'] : [': ', ', '];
  const facts = listTrackFacts(locale, track);
  const number = String(track.track + 1);
  return facts.length === 0 ? number : `${number}${separator}${facts.join(comma)}`;
}

/** A track that is heard, and those beside it, as people read them in one sentence. */
export function describeHeardTrack(
  locale: Locale,
  tracks: readonly AudioTrack[],
  heard: number | undefined,
): { readonly heard: string; readonly others: string } {
  return {
    heard: describeTracks(
      locale,
      tracks.filter(({ track }) => track === heard),
    ),
    others: describeTracks(
      locale,
      tracks.filter(({ track }) => track !== heard),
    ),
  };
}

/** Several tracks in one line. */
export function describeTracks(locale: Locale, tracks: readonly AudioTrack[]): string {
  const each = tracks.map((track) => describeTrack(locale, track));
  return each.join(locale === 'zh-CN' ? '；' : '; ');
}

/** What is known of a track but its number; its title is the file's own text. */
function listTrackFacts(
  locale: Locale,
  { language, title, codec, channels, isDefault, isUndecodable }: AudioTrack,
): readonly string[] {
  return [
    language === undefined ? undefined : nameLanguage(locale, language),
    title === undefined ? undefined : quoteTitle(title),
    codec === undefined ? undefined : nameCodec(codec),
    channels === undefined ? undefined : nameChannels(locale, channels),
    isDefault === true ? translate(locale, 'track.default') : undefined,
    isUndecodable === true ? translate(locale, 'track.undecodable') : undefined,
  ].filter((fact) => fact !== undefined);
}

/** Of a track, as its file calls it. */
export function quoteTitle(title: string): string {
  return `“${showValueHarmless(title)}”`;
}

function nameLanguage(locale: Locale, tag: string): string | undefined {
  const primary = findPrimaryLanguage(tag);
  if (primary === undefined) return undefined;
  return findLanguageName(locale, primary) ?? showValueHarmless(tag);
}

/** Of bare samples a person wants to know no more than that. */
function nameCodec(codec: string): string {
  return codec.startsWith('pcm_') ? 'PCM' : codec.toUpperCase();
}

function nameChannels(locale: Locale, count: number): string {
  if (count === 1) return translate(locale, 'track.mono');
  return count === 2
    ? translate(locale, 'track.stereo')
    : translate(locale, 'track.channels', { count });
}
