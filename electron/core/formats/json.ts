import { StudioError } from '../errors/studio-error';
import type { Sentence } from '../transcript/sentence';
import { findTranscriptProblems } from '../transcript/invariants';
import { type Transcript, transcriptVersion } from '../transcript/transcript';
import { transcriptSchema } from '../transcript/transcript-schema';
import type { Word } from '../transcript/word';

/**
 * A transcript as JSON [FM6] [TX7]: keys always in the same order, one line for each word, so that
 * two versions of a transcript can be compared line by line.
 */
export function formatJson(transcript: Transcript): string {
  const { media } = transcript;
  const head = [
    `  "version": ${JSON.stringify(transcript.version)},`,
    `  "media": ${JSON.stringify({ path: media.path, durationMs: media.durationMs })},`,
    `  "language": ${JSON.stringify(transcript.language)},`,
    `  "engine": ${JSON.stringify(transcript.engine)},`,
    ...(transcript.taskId === undefined
      ? []
      : [`  "taskId": ${JSON.stringify(transcript.taskId)},`]),
  ];
  const sentences = formatList(transcript.sentences.map(formatSentence), '  ');
  return `{\n${head.join('\n')}\n  "sentences": ${sentences}\n}\n`;
}

function formatSentence(sentence: Sentence): string {
  const { id, beginMs, endMs, text, channel, speaker, words } = sentence;
  const fields = JSON.stringify({ id, beginMs, endMs, text, channel, speaker }).slice(0, -1);
  return `${fields},"words":${formatList(words.map(formatWord), '    ')}}`;
}

function formatWord({ before, text, after, beginMs, endMs, timing, confidence }: Word): string {
  return JSON.stringify({ before, text, after, beginMs, endMs, timing, confidence });
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
  const value = parseJson(text);
  const version = findVersion(value);
  if (version !== undefined && version !== transcriptVersion) {
    throw new StudioError('text/unreadable', `Transcript version ${version} is not known`, {
      data: { reason: 'unknown-version', version },
    });
  }
  const result = transcriptSchema.safeParse(value);
  if (!result.success) {
    const issue = result.error.issues[0];
    const path = issue?.path.join('.') ?? '';
    throw new StudioError('text/unreadable', `Not a transcript: ${path}: ${issue?.message ?? ''}`, {
      data: { reason: 'wrong-field', path },
      cause: result.error,
    });
  }
  const problem = findTranscriptProblems(result.data)[0];
  if (problem !== undefined) {
    throw new StudioError('text/unreadable', `Broken transcript: ${problem.detail}`, {
      data: { reason: 'broken-rule', rule: problem.rule, detail: problem.detail },
    });
  }
  return result.data;
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
