import { retimeWords } from '../../alignment/retime-words';
import type { FileRecords } from '../../formats/format-document';
import type { DocumentSource } from '../../records/document-properties';
import type { Project } from '../../project-file/project';
import { finishSteps, type Steps } from '../../steps';
import type { RecordKindName, RecordLists, RecordOf } from '../../records/record-kinds';
import { makeSecondTextId, type SecondText } from '../../records/kinds/second-text-kind';
import type { Sentence } from '../../transcript/sentence';
import type { EditKind, ResolvedEdit } from '../edit-kind';
import { diffProperties, diffRecords, emptyDiff, joinDiffs } from '../make-diff';
import { matchSentences } from '../match-sentences';
import type { ProjectDiff, RecordUpdate } from '../project-diff';

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
  /** Speakers, styles, regions, remarks and second texts of the file. */
  readonly records?: FileRecords | undefined;
}

/** Sentences made in one step: a few milliseconds of work. */
const sentencesPerStep = 100;

export const importText = {
  label: 'importText',
  resolve: (project, edit, newId) => finishSteps(resolveInSteps(project, edit, newId)),
  resolveInSteps,
} as const satisfies EditKind<ImportText>;

function* resolveInSteps(
  project: Project,
  { mode, sentences, language, source, records = {} }: ImportText,
  newId: () => string,
): Steps<ResolvedEdit> {
  const matches = matchSentences(mode === 'merge' ? project.sentences : [], sentences);
  // Of one length and in the order of the file, which cues of the same times keep by it [TX3].
  const prefix = newId();
  const added: Sentence[] = [];
  const updated: RecordUpdate<Sentence>[] = [];
  /** What the sentences of the file are called here. */
  const ids = new Map<string, string>();
  for (const [index, sentence] of sentences.entries()) {
    if (index % sentencesPerStep === 0) yield;
    const before = matches.get(index);
    if (before === undefined) {
      const id = `${prefix}-${String(index + 1).padStart(6, '0')}`;
      ids.set(sentence.id, id);
      added.push({ ...sentence, id });
      continue;
    }
    ids.set(sentence.id, before.id);
    // What the file says goes before what stood there; what it does not say stays.
    const { id: _, channel: __, ...fresh } = sentence;
    updated.push({ before, after: { ...before, ...fresh, words: takeWords(before, sentence) } });
  }
  const removed = mode === 'replace' ? project.sentences : [];
  yield;
  const isLanguageKnown = project.language !== 'und' || language === 'und';
  return {
    diff: joinDiffs(
      diffRecords('sentences', { added, updated, removed }),
      takeRecords(project, 'speakers', records.speakers, 'add'),
      takeRecords(project, 'styles', records.styles, mode),
      takeRecords(project, 'regions', records.regions, mode),
      takeRecords(project, 'comments', records.comments, 'add'),
      takeSecondTexts(project, records.secondTexts ?? [], ids),
      isLanguageKnown ? emptyDiff : diffProperties(project, { language }),
      // What is merged into a text does not make that text the file's.
      source !== undefined && (mode === 'replace' || project.sentences.length === 0)
        ? diffProperties(project, { source })
        : emptyDiff,
    ),
  };
}

/** The file's records in place of those that are there, or beside them: one of the same id stays. */
function takeRecords<Name extends RecordKindName>(
  project: RecordLists,
  name: Name,
  fresh: readonly RecordOf<Name>[] | undefined,
  mode: ImportMode,
): ProjectDiff {
  if (fresh === undefined) return emptyDiff;
  const old = project[name] as readonly RecordOf<Name>[];
  const byId = new Map(old.map((record) => [record.id, record]));
  const added = fresh.filter(({ id }) => !byId.has(id));
  if (mode !== 'replace') return diffRecords(name, { added });
  const freshIds = new Set(fresh.map(({ id }) => id));
  const updated = fresh.flatMap((after) => {
    const before = byId.get(after.id);
    return before === undefined ? [] : [{ before, after }];
  });
  return diffRecords(name, { added, updated, removed: old.filter(({ id }) => !freshIds.has(id)) });
}

/** Of a sentence that is merged, what the file says goes before what stood there. */
function takeSecondTexts(
  { secondTexts }: Pick<RecordLists, 'secondTexts'>,
  given: readonly SecondText[],
  ids: ReadonlyMap<string, string>,
): ProjectDiff {
  const old = new Map(secondTexts.map((second) => [second.id, second]));
  const fresh = given.flatMap((second): readonly SecondText[] => {
    const sentenceId = ids.get(second.sentenceId);
    if (sentenceId === undefined) return [];
    return [{ ...second, id: makeSecondTextId(sentenceId, second.language), sentenceId }];
  });
  return diffRecords('secondTexts', {
    added: fresh.filter(({ id }) => !old.has(id)),
    updated: fresh.flatMap((after) => {
      const before = old.get(after.id);
      return before === undefined || before.text === after.text ? [] : [{ before, after }];
    }),
  });
}

/** A file's own word times go before those of the document, which go before none at all. */
function takeWords(before: Sentence, fresh: Sentence): Sentence['words'] {
  return fresh.words.some(({ timing }) => timing !== 'estimated')
    ? fresh.words
    : retimeWords(before.words, fresh.text, fresh);
}
