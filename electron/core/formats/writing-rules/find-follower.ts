import { readLook } from '../markup/read-look';
import type { Sentence } from '../../transcript/sentence';

/**
 * Where in the picture a cue stands: only what stands at the same place gets into each other's way.
 */
export function findPlace({ region = '', text }: Sentence): string {
  const place = text.includes('{') ? readLook(text).place : undefined;
  return `${region}\n${place ?? ''}`;
}

/** Of each sentence the next one with text at its place that begins after it; by its index. */
export function listFollowers(sentences: readonly Sentence[]): readonly (Sentence | undefined)[] {
  const followers: (Sentence | undefined)[] = sentences.map(() => undefined);
  /** By place: the sentences that begin first after the one in hand, and what begins after those. */
  const ahead = new Map<
    string,
    { readonly first: Sentence; readonly later: Sentence | undefined }
  >();
  for (let index = sentences.length - 1; index >= 0; index--) {
    const sentence = sentences[index]!;
    if (sentence.text.trim() === '') continue;
    const place = findPlace(sentence);
    const known = ahead.get(place);
    const isTogether = known !== undefined && known.first.beginMs <= sentence.beginMs;
    const next = isTogether ? known.later : known?.first;
    followers[index] = next;
    ahead.set(place, { first: sentence, later: next });
  }
  return followers;
}
