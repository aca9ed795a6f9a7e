import { type AudioTrack, findUsualTrack } from './audio-track';
import { findPrimaryLanguage, listLanguageNames } from './track-language';

/**
 * The track that a person asked for by its number, counted from 1, or by its language: a code of ISO
 * 639-1 or 639-2, a tag, or the name of the language in English, Chinese or the language itself. Of
 * several of a language the usual one is meant [TR2].
 * @returns undefined where there is none
 */
export function findAskedTrack<Track extends AudioTrack>(
  tracks: readonly Track[],
  asked: string,
): Track | undefined {
  const wanted = asked.trim();
  if (/^\d+$/u.test(wanted)) return tracks.find(({ track }) => track + 1 === Number(wanted));
  const primary = findPrimaryLanguage(wanted);
  const same = primary === undefined ? [] : tracks.filter((track) => isOfTag(track, wanted));
  if (same.length > 0) return findUsualTrack(same);
  const name = wanted.toLowerCase();
  const alike = tracks.filter(({ language = '' }) => {
    const spoken = findPrimaryLanguage(language);
    return spoken !== undefined && (spoken === primary || listLanguageNames(spoken).includes(name));
  });
  return findUsualTrack(alike);
}

function isOfTag({ language = '' }: AudioTrack, wanted: string): boolean {
  return language.toLowerCase() === wanted.toLowerCase();
}
