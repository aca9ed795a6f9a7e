import { retimeWords } from '../../alignment/retime-words';
import type { DocumentSource } from '../../records/document-properties';
import type { Sentence } from '../../transcript/sentence';
import type { EditKind } from '../edit-kind';
import { diffProperties, diffRecords, emptyDiff, joinDiffs } from '../make-diff';
import { matchSentences } from '../match-sentences';

/** What becomes of the sentences that are there when those of a file come in [ED13]. */
export const importModes = ['replace', 'merge', 'add'] as const;
export type ImportMode = (typeof importModes)[number];

/** The sentences of a file; they get new ids. */
export interface ImportText {
  readonly mode: ImportMode;
  readonly sentences: readonly Sentence[];
  /** BCP 47 tag of the file; taken where the document's is not known. */
  readonly language: string;
  readonly source?: DocumentSource | undefined;
}

export const importText = {
  label: 'importText',
  resolve(project, { mode, sentences, language, source }, newId) {
    const old = mode === 'merge' ? project.sentences : [];
    const matches = matchSentences(old, sentences);
    // Of one length and in the order of the file, which cues of the same times keep by it [TX3].
    const prefix = newId();
    const added = sentences.flatMap((sentence, index) => {
      const id = `${prefix}-${String(index + 1).padStart(6, '0')}`;
      return matches.has(index) ? [] : [{ ...sentence, id }];
    });
    const updated = [...matches].map(([index, before]) => {
      const { beginMs, endMs, text, speaker } = sentences[index]!;
      const words = takeWords(before, sentences[index]!);
      const after = { ...before, beginMs, endMs, text, words };
      return { before, after: speaker === undefined ? after : { ...after, speaker } };
    });
    const removed = mode === 'replace' ? project.sentences : [];
    const isLanguageKnown = project.language !== 'und' || language === 'und';
    return {
      diff: joinDiffs(
        diffRecords('sentences', { added, updated, removed }),
        isLanguageKnown ? emptyDiff : diffProperties(project, { language }),
        // What is merged into a text does not make that text the file's.
        source !== undefined && (mode === 'replace' || project.sentences.length === 0)
          ? diffProperties(project, { source })
          : emptyDiff,
      ),
    };
  },
} as const satisfies EditKind<ImportText>;

/** A file's own word times go before those of the document, which go before none at all. */
function takeWords(before: Sentence, fresh: Sentence): Sentence['words'] {
  return fresh.words.some(({ timing }) => timing !== 'estimated')
    ? fresh.words
    : retimeWords(before.words, fresh.text, fresh);
}
