import type { Sentence } from '../../transcript/sentence';
import type { EditKind } from '../edit-kind';
import { getSentences } from '../find-sentences';
import { diffRecords } from '../make-diff';
import { refuseEdit } from '../refuse-edit';
import { mergeSentences } from '../split-and-merge';

/** One sentence of two or more that follow each other on one channel [ED8]. */
export interface Merge {
  readonly sentenceIds: readonly string[];
}

export const merge = {
  label: 'merge',
  resolve(project, { sentenceIds }) {
    const chosen = getSentences(project, sentenceIds);
    const [first, ...others] = chosen;
    if (first === undefined || others.length === 0) {
      throw refuseEdit('merge-alone', 'two sentences or more are merged');
    }
    if (others.some(({ channel }) => channel !== first.channel)) {
      throw refuseEdit('merge-channels', 'only sentences of one channel are merged');
    }
    const { sentences } = project;
    const stretch = sentences.slice(
      sentences.indexOf(first),
      sentences.indexOf(others.at(-1)!) + 1,
    );
    const onChannel = stretch.filter(({ channel }) => channel === first.channel);
    if (onChannel.length !== chosen.length) {
      throw refuseEdit('merge-apart', 'only neighbours are merged');
    }
    return {
      diff: diffRecords('sentences', {
        updated: [{ before: first, after: mergeSentences(chosen) }],
        removed: others,
      }),
      select: [first.id],
    };
  },
} as const satisfies EditKind<Merge>;

/**
 * The sentence that follows another one on its channel, and so the one that it can be merged with;
 * what others say meanwhile on a channel of their own does not stand between.
 */
export function findNextOfChannel(
  sentences: readonly Sentence[],
  sentence: Sentence,
): Sentence | undefined {
  for (let place = sentences.indexOf(sentence) + 1; place < sentences.length; place++) {
    if (sentences[place]!.channel === sentence.channel) return sentences[place];
  }
  return undefined;
}
