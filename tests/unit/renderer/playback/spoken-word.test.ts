import type { Sentence } from '@core/transcript/sentence';
import { findSentencesWithin, indexSentences } from '@core/transcript/sentence-index';
import { sortSentences } from '@core/transcript/sort-sentences';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createPlayer } from '../../../../renderer/src/playback/create-player';
import { createSpokenStore, findSpoken } from '../../../../renderer/src/playback/spoken-word';
import { ScriptedFrames, ScriptedMedia } from './scripted-media';

/** A sentence whose words share its time evenly. */
function createSentence(id: string, beginMs: number, endMs: number, wordCount = 2): Sentence {
  const step = (endMs - beginMs) / Math.max(1, wordCount);
  const words = Array.from({ length: wordCount }, (_, at) => ({
    before: '',
    text: `w${at}`,
    after: '',
    beginMs: Math.round(beginMs + at * step),
    endMs: Math.round(beginMs + (at + 1) * step),
    timing: 'measured' as const,
  }));
  return { id, beginMs, endMs, channel: 0, words, text: words.map(({ text }) => text).join('') };
}

const sentenceList = fc
  .array(fc.tuple(fc.nat(5_000), fc.nat(2_000)), { maxLength: 40 })
  .map((times) =>
    sortSentences(
      times.map(([beginMs, lengthMs], at) => createSentence(`s${at}`, beginMs, beginMs + lengthMs)),
    ),
  );

describe('finding sentences within a stretch of time', () => {
  test('misses none that touches it, however they overlap', () => {
    fc.assert(
      fc.property(sentenceList, fc.nat(7_000), fc.nat(500), (sentences, beginMs, lengthMs) => {
        const endMs = beginMs + lengthMs + 1;
        const found = findSentencesWithin(indexSentences(sentences), beginMs, endMs);
        const touching = sentences.flatMap((sentence, at) =>
          sentence.endMs > beginMs && sentence.beginMs < endMs ? [at] : [],
        );
        expect(found.beginIndex).toBeLessThanOrEqual(touching[0] ?? found.endIndex);
        expect(found.endIndex).toBeGreaterThan(touching.at(-1) ?? -1);
        expect(found.endIndex).toBeGreaterThanOrEqual(found.beginIndex);
      }),
    );
  });

  test('leaves out what lies before and after where nothing overlaps', () => {
    const sentences = [0, 1, 2, 3].map((at) => createSentence(`s${at}`, at * 100, at * 100 + 80));
    expect(findSentencesWithin(indexSentences(sentences), 90, 210)).toEqual({
      beginIndex: 1,
      endIndex: 3,
    });
  });
});

describe('the spoken word', () => {
  test('is one that the position lies in, whenever there is one', () => {
    fc.assert(
      fc.property(sentenceList, fc.nat(7_000), (sentences, positionMs) => {
        const { sentenceId, wordIndex } = findSpoken(indexSentences(sentences), positionMs);
        const inside = sentences.filter(
          ({ beginMs, endMs }) => beginMs <= positionMs && positionMs < endMs,
        );
        expect(inside.some(({ id }) => id === sentenceId)).toBe(inside.length > 0);
        const word = inside.find(({ id }) => id === sentenceId)?.words[wordIndex ?? -1];
        if (word !== undefined) expect(word.beginMs).toBeLessThanOrEqual(positionMs);
      }),
    );
  });

  test('goes out in a pause within the sentence, which stays lit', () => {
    const [first, second] = createSentence('s', 0, 200).words;
    const words = [first!, { ...second!, beginMs: 1_000, endMs: 1_100 }];
    const index = indexSentences([{ ...createSentence('s', 0, 1_200), words }]);
    expect(findSpoken(index, 99)).toEqual({ sentenceId: 's', wordIndex: 0 });
    expect(findSpoken(index, 600)).toEqual({ sentenceId: 's', wordIndex: undefined });
    expect(findSpoken(index, 1_000)).toEqual({ sentenceId: 's', wordIndex: 1 });
  });

  test('of two sentences at once is that of the one being said', () => {
    const long = { ...createSentence('long', 0, 10_000, 1) };
    const silent = { ...createSentence('silent', 1_000, 2_000), words: [], text: '' };
    const index = indexSentences([long, silent]);
    expect(findSpoken(index, 1_500)).toEqual({ sentenceId: 'long', wordIndex: 0 });
    expect(findSpoken(index, 9_000)).toEqual({ sentenceId: 'long', wordIndex: 0 });
  });

  test('changes in the store only when it is another one', () => {
    const frames = new ScriptedFrames();
    const player = createPlayer(frames);
    const media = new ScriptedMedia();
    player.attach(media.element);
    media.load(60);
    const document = createStore(() => ({ project: { sentences: [createSentence('s', 0, 200)] } }));
    const spoken = createSpokenStore(player, document);
    const seen: (number | undefined)[] = [];
    spoken.subscribe(({ wordIndex }) => seen.push(wordIndex));
    player.play();
    for (const seconds of [0.01, 0.05, 0.09, 0.11, 0.15, 0.3]) {
      media.playOn(seconds);
      frames.next();
    }
    expect(seen).toEqual([0, 1, undefined]);
    document.setState({ project: { sentences: [createSentence('t', 0, 400)] } });
    expect(spoken.getState()).toEqual({ sentenceId: 't', wordIndex: 1 });
  });
});
