import { describe, expect, test } from 'vitest';
import { breakLines } from '@core/cues/break-lines';
import { buildCues } from '@core/cues/build-cues';
import { defaultCueLimits } from '@core/cues/cue-limits';
import { groupWords } from '@core/cues/group-words';
import type { Word } from '@core/transcript/word';

const limits = defaultCueLimits('zh');
const mark = /[，。、《》“”]/u;

/** A recogniser that gives every character as a word of its own, 200 ms each, without a pause. */
function speakCharacters(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const piece of text.match(/[A-Za-z0-9.]+|./gu) ?? []) {
    const last = words.at(-1);
    const isOpening = piece === '《' || piece === '“';
    const before = last?.text === '' ? last.before : '';
    if (isOpening) {
      const beginMs = words.length * 200;
      words.push({
        before: piece,
        text: '',
        after: '',
        beginMs,
        endMs: beginMs,
        timing: 'measured',
      });
    } else if (mark.test(piece) && last !== undefined) {
      words[words.length - 1] = { ...last, after: last.after + piece };
    } else {
      if (last?.text === '') words.pop();
      const beginMs = words.length * 200;
      const endMs = beginMs + 200;
      words.push({ before, text: piece, after: '', beginMs, endMs, timing: 'measured' });
    }
  }
  return words;
}

function cut(text: string): string[] {
  const words = speakCharacters(text);
  let count = 0;
  const segment = { beginMs: 0, endMs: words.length * 200, channel: 0, words };
  return buildCues(segment, limits, () => `c${++count}`).map((cue) =>
    breakLines(cue.text, limits).join(' / '),
  );
}

describe('cues of Chinese', () => {
  test('[CU10] characters that are one word of the dictionary are looked at as one', () => {
    const { groups, groupOf } = groupWords(speakCharacters('我们在公园，然后回家'));
    expect(groups.map(({ text }) => text)).toEqual(['我们', '在', '公园', '然后', '回家']);
    expect(groupOf).toEqual([0, 0, 1, 2, 2, 3, 3, 4, 4]);
  });

  test.each([
    [
      'before a conjunction, and inside no word',
      '我昨天下午去图书馆借了三本新出版的小说然后到河边的咖啡馆里坐了一会儿',
      ['我昨天下午去图书馆借了三本新出版的小说', '然后到河边的咖啡馆里坐了一会儿'],
    ],
    [
      'not between a title and its word of place',
      '他今天早上在《晨报》上看到了一篇介绍古代桥梁的文章觉得写得特别清楚',
      ['他今天早上在《晨报》上看到了', '一篇介绍古代桥梁的文章觉得写得特别清楚'],
    ],
    [
      'where the line within them ends well too',
      '后来我就跟她说你这个办法其实不太好因为我们上个月已经试过很多次了每次都是到最后才出错',
      ['后来我就跟她说你这个办法其实不太好', '因为我们上个月已经试过很多次了每次都是到最后才出错'],
    ],
  ])('[CU4] [CU10] end %s', (_where, text, cues) => {
    expect(cut(text).map((cue) => cue.replace(' / ', ''))).toEqual(cues);
  });

  test.each([
    ['我觉得这个问题还是需要大家一起来讨论一下', ['我觉得这个问题', '还是需要大家一起来讨论一下']],
    [
      '他昨天在《晨报》上读到了一篇关于古桥的文章',
      ['他昨天在《晨报》上', '读到了一篇关于古桥的文章'],
    ],
  ])('[CU7] lines end behind a particle or before a conjunction: %s', (text, lines) => {
    expect(breakLines(text, limits)).toEqual(lines);
  });
});
