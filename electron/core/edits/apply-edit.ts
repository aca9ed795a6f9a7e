import { retimeWords } from '../alignment/retime-words';
import { assertNever } from '../errors/assert-never';
import { StudioError } from '../errors/studio-error';
import type { Project } from '../project-file/project';
import type { Sentence } from '../transcript/sentence';
import { applyDiff } from './apply-diff';
import type { Edit, EditLabel } from './edit';
import { isSameRecord } from './is-same-record';
import type { ProjectDiff } from './project-diff';
import { assertSpan, refuseEdit } from './refuse-edit';
import { setWordTimes } from './set-word-times';
import { mergeSentences, splitSentence } from './split-and-merge';
import { splitSentenceAt } from './split-at-offset';
import { findChangedProperties } from './squash-diffs';

export interface EditResult {
  /** The very project that was given, where the edit changes nothing. */
  readonly project: Project;
  readonly diff: ProjectDiff;
  readonly label: EditLabel;
  /** What to select afterwards; absent where the selection may stay. */
  readonly select?: readonly string[];
}

/**
 * What an edit makes of a project, as a diff of records and the project with it applied [ED1]. An
 * edit that changes nothing gives an empty diff.
 *
 * @param newId gives a fresh sentence id at each call
 * @throws StudioError `project/conflict` where a sentence is not there; `usage/invalid` where the
 *   edit cannot be done, with `data.problem`
 */
export function applyEdit(project: Project, edit: Edit, newId: () => string): EditResult {
  const { diff, select } = resolveEdit(project, edit, newId);
  return {
    project: applyDiff(project, diff),
    diff,
    label: `edit.${edit.kind}`,
    ...(select === undefined ? {} : { select }),
  };
}

interface Resolved {
  readonly diff: ProjectDiff;
  readonly select?: readonly string[];
}

const nothing: ProjectDiff = { added: [], updated: [], removed: [] };

function resolveEdit(project: Project, edit: Edit, newId: () => string): Resolved {
  switch (edit.kind) {
    case 'setText': {
      const before = getSentence(project, edit.sentenceId);
      if (edit.text === before.text) return { diff: nothing };
      const words = retimeWords(before.words, edit.text, before);
      return { diff: change([[before, { ...before, text: edit.text, words }]]) };
    }
    case 'setTimes': {
      assertSpan(edit.beginMs, edit.endMs);
      const before = getSentence(project, edit.sentenceId);
      const { beginMs, endMs } = edit;
      return { diff: change([[before, { ...before, beginMs, endMs }]]) };
    }
    case 'setWordTimes': {
      const before = getSentence(project, edit.sentenceId);
      const after = setWordTimes(before, edit.wordIndex, edit.beginMs, edit.endMs);
      return { diff: change([[before, after]]) };
    }
    case 'split': {
      const before = getSentence(project, edit.sentenceId);
      const [first, second] =
        'offset' in edit
          ? splitSentenceAt(before, edit.offset, newId())
          : splitSentence(before, edit.wordIndex, newId());
      return { diff: { ...change([[before, first]]), added: [second] }, select: [second.id] };
    }
    case 'merge':
      return resolveMerge(project, edit.sentenceIds);
    case 'remove':
      return resolveRemove(project, edit.sentenceIds);
    case 'insert': {
      assertSpan(edit.beginMs, edit.endMs);
      if (!Number.isSafeInteger(edit.channel) || edit.channel < 0) {
        throw refuseEdit('channels count from 0');
      }
      const { beginMs, endMs, text, channel } = edit;
      const words = retimeWords([], text, edit);
      const added = { id: newId(), beginMs, endMs, text, channel, words };
      return { diff: { ...nothing, added: [added] }, select: [added.id] };
    }
    case 'setSpeaker':
      return {
        diff: change(
          getSentences(project, edit.sentenceIds).map((before) => [
            before,
            withSpeaker(before, edit.speaker),
          ]),
        ),
      };
    case 'shift':
      return { diff: shift(getSentences(project, edit.sentenceIds), edit.byMs) };
    case 'addSentences':
      return { diff: { ...nothing, added: edit.sentences } };
    case 'setProperties':
      return { diff: { ...nothing, ...findChangedProperties(project, edit.properties) } };
    default:
      return assertNever(edit);
  }
}

function resolveMerge(project: Project, sentenceIds: readonly string[]): Resolved {
  const chosen = getSentences(project, sentenceIds);
  const first = chosen[0];
  const last = chosen.at(-1);
  if (first === undefined || last === undefined || first === last) {
    throw refuseEdit('two sentences or more are merged');
  }
  const wanted = new Set(sentenceIds);
  // What others say meanwhile on a channel of their own does not stand between.
  const between = project.sentences.slice(
    project.sentences.indexOf(first),
    project.sentences.indexOf(last),
  );
  if (between.some(({ id, channel }) => !wanted.has(id) && channel === first.channel)) {
    throw refuseEdit('only neighbours are merged');
  }
  return {
    diff: { ...change([[first, mergeSentences(chosen)]]), removed: chosen.slice(1) },
    select: [first.id],
  };
}

/** Afterwards the sentence that took the place of the last removed one is selected. */
function resolveRemove(project: Project, sentenceIds: readonly string[]): Resolved {
  const removed = getSentences(project, sentenceIds);
  const last = removed.at(-1);
  if (last === undefined) return { diff: nothing };
  const gone = new Set(sentenceIds);
  const place = project.sentences.indexOf(last);
  const next =
    project.sentences.slice(place).find(({ id }) => !gone.has(id)) ??
    project.sentences.slice(0, place).findLast(({ id }) => !gone.has(id));
  return { diff: { ...nothing, removed }, select: next === undefined ? [] : [next.id] };
}

/** All move as far as the one that would reach zero first can [ED9]. */
function shift(sentences: readonly Sentence[], byMs: number): ProjectDiff {
  if (!Number.isSafeInteger(byMs)) throw refuseEdit('times are whole milliseconds');
  const earliestMs = sentences.reduce(
    (least, { beginMs, words }) => Math.min(least, beginMs, words[0]?.beginMs ?? beginMs),
    Number.MAX_SAFE_INTEGER,
  );
  const movedMs = Math.max(byMs, -earliestMs);
  const move = <Span extends { readonly beginMs: number; readonly endMs: number }>(
    span: Span,
  ): Span => ({ ...span, beginMs: span.beginMs + movedMs, endMs: span.endMs + movedMs });
  if (movedMs === 0) return nothing;
  return change(
    sentences.map((before) => [before, { ...move(before), words: before.words.map(move) }]),
  );
}

/** An empty name is none. */
function withSpeaker(sentence: Sentence, name: string | undefined): Sentence {
  const { speaker, ...rest } = sentence;
  if (speaker === name) return sentence;
  return name === undefined || name === '' ? rest : { ...rest, speaker: name };
}

/** Leaves out pairs that are the same. */
function change(pairs: readonly (readonly [Sentence, Sentence])[]): ProjectDiff {
  const updated = pairs
    .filter(([before, after]) => !isSameRecord(before, after))
    .map(([before, after]) => ({ before, after }));
  return { ...nothing, updated };
}

function getSentence(project: Project, id: string): Sentence {
  const found = project.sentences.find((sentence) => sentence.id === id);
  if (found === undefined) throw notThere(id);
  return found;
}

/** Each of them once, in the order of the list. */
function getSentences(project: Project, ids: readonly string[]): readonly Sentence[] {
  const wanted = new Set(ids);
  const found = project.sentences.filter(({ id }) => wanted.delete(id));
  for (const id of wanted) throw notThere(id);
  return found;
}

function notThere(id: string): StudioError {
  return new StudioError('project/conflict', 'the sentence is not there', { data: { record: id } });
}
