import { z } from 'zod';
import { StudioError, toStudioError } from '../errors/studio-error';
import { makeArrange } from '../records/arrange-fields';
import { finishSteps, type Steps } from '../steps';
import { findTranscriptProblems } from '../transcript/invariants';
import { type Sentence, sentenceSchema } from '../transcript/sentence';
import { type Transcript, transcriptSchema, transcriptVersion } from '../transcript/transcript';
import { readAsrJson } from './asr-json/read-asr-json';
import { defineFormat } from './define-format';
import type { FormatDocument } from './format-document';

/** This format passes over what it does not know, and never writes it [TX7]. */
const arrangeSentence = makeArrange(sentenceSchema, 'drop');
const arrangeTranscript = makeArrange(transcriptSchema, 'drop');

/**
 * A document as JSON [FM6] [TX7]: keys always in the same order, one line for each word, so that
 * two versions of a transcript can be compared line by line.
 */
export function formatJson(document: FormatDocument): string {
  const { media, engine = '' } = document;
  const path = media?.path ?? '';
  const durationMs = media?.durationMs ?? document.sentences.at(-1)?.endMs ?? 0;
  const head = [
    `  "version": ${JSON.stringify(transcriptVersion)},`,
    `  "media": ${JSON.stringify({ path, durationMs })},`,
    `  "language": ${JSON.stringify(document.language)},`,
    `  "engine": ${JSON.stringify(engine)},`,
    ...(document.taskId === undefined ? [] : [`  "taskId": ${JSON.stringify(document.taskId)},`]),
  ];
  const sentences = formatList(document.sentences.map(formatSentence), '  ');
  return `{\n${head.join('\n')}\n  "sentences": ${sentences}\n}\n`;
}

/** One line for each word; the rest of the sentence stands before them. */
function formatSentence(sentence: Sentence): string {
  const { words, ...fields } = arrangeSentence(sentence) as Sentence;
  const list = formatList(
    words.map((word) => JSON.stringify(word)),
    '    ',
  );
  return `${JSON.stringify(fields).slice(0, -1)},"words":${list}}`;
}

function formatList(items: readonly string[], indent: string): string {
  if (items.length === 0) return '[]';
  return `[\n${items.map((item) => `${indent}  ${item}`).join(',\n')}\n${indent}]`;
}

/**
 * Reads what {@link formatJson} wrote, in any layout; unknown keys are passed over.
 *
 * @throws StudioError `text/unreadable` with `data.reason`: not JSON, a version this program does
 *   not know, a field that is missing or wrong (`data.path`), or a broken rule (`data.rule`)
 */
export function parseTranscriptJson(text: string): Transcript {
  return finishSteps(parseInSteps(text));
}

function* parseInSteps(text: string): Steps<Transcript> {
  const value = parseJson(text);
  const version = findVersion(value);
  if (version !== undefined && version !== transcriptVersion) {
    throw new StudioError('text/unreadable', `Transcript version ${version} is not known`, {
      data: { reason: 'unknown-version', version },
    });
  }
  yield;
  const result = transcriptSchema.safeParse(value);
  if (!result.success) {
    const issue = result.error.issues[0];
    const path = issue?.path.join('.') ?? '';
    throw new StudioError('text/unreadable', `Not a transcript: ${path}: ${issue?.message ?? ''}`, {
      data: { reason: 'wrong-field', path },
      cause: result.error,
    });
  }
  yield;
  const transcript = arrangeTranscript(result.data) as Transcript;
  const problem = findTranscriptProblems(transcript)[0];
  if (problem !== undefined) {
    throw new StudioError('text/unreadable', `Broken transcript: ${problem.detail}`, {
      data: { reason: 'broken-rule', rule: problem.rule, detail: problem.detail },
    });
  }
  return transcript;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch (cause) {
    throw new StudioError('text/unreadable', 'Not JSON', { data: { reason: 'not-json' }, cause });
  }
}

function findVersion(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null || !('version' in value)) return undefined;
  return typeof value.version === 'number' ? value.version : undefined;
}

/** What only our own has; other programs write JSON as well. */
const beginning = /^\uFEFF?\s*\{\s*"version"\s*:\s*\d+\s*,\s*"media"/u;

/** An object, or a list of objects. */
const anyJson = /^\uFEFF?\s*(?:\{\s*["}]|\[\s*\{\s*")/u;

/** Whether an object has none of what our own has. */
function isOther(text: string): boolean {
  if (!anyJson.test(text)) return false;
  const value = parseJson(text);
  return Array.isArray(value) || !ownKeys.some((key) => key in (value as object));
}

/** What is wrong with it as one of ours is told as well; that it is none says more [FM72]. */
function refuseOther(text: string): void {
  try {
    parseTranscriptJson(text);
  } catch (thrown) {
    const { code, message, data } = toStudioError(thrown);
    throw new StudioError(code, message, { data: { ...data, result: 'unknown' }, cause: thrown });
  }
}

const ownKeys = ['version', 'media', 'sentences'];

export const json = defineFormat({
  id: 'json',
  name: ['JSON (with word times)', 'JSON（含词语时间）'],
  about: [
    'Everything: sentences and words with their times and how these are known. Results of Whisper, Deepgram, Amazon, Google, Azure, FunASR and Alibaba Cloud are read as well.',
    '全部内容：句子和词语，连同时间及其来源。也可读取 Whisper、Deepgram、亚马逊、谷歌、Azure、FunASR 和阿里云的识别结果。',
  ],
  purpose: 'data',
  extensions: ['.json'],
  mediaTypes: ['application/json'],
  unit: 'sentence',
  isWhole: true,
  options: z.object({}),
  holds: {
    times: true,
    speakers: true,
    wordTimes: true,
    channels: true,
    blanks: true,
    markup: true,
  },
  repairTexts: {
    'result-sentences-mended': [
      'Times or texts of sentences were missing or impossible; they were worked out.',
      '句子的时间或文字缺失或有误，已推算补上。',
    ],
    'result-words-mended': [
      'Times of words were missing or impossible; they were estimated.',
      '词语的时间缺失或有误，已估算。',
    ],
    'result-entries-unreadable': [
      'Entries in which nothing can be read were left out.',
      '无法读取的条目已略去。',
    ],
    'result-silent': ['The result says that nothing was said.', '结果表明录音中没有语音。'],
  },
  recognise: ({ text = '' }) => (beginning.test(text) ? 1 : anyJson.test(text) ? 0.5 : 0),
  *read(input, hints) {
    const text = String(input);
    const foreign = beginning.test(text) ? undefined : yield* readAsrJson(text, hints);
    if (foreign !== undefined) return foreign;
    if (isOther(text)) refuseOther(text);
    return { document: yield* parseInSteps(text), repairs: [] };
  },
  write: formatJson,
});
