import { z } from 'zod';
import { StudioError } from '../errors/studio-error';
import { findTranscriptProblems } from '../transcript/invariants';
import type { Sentence } from '../transcript/sentence';
import { sentenceSchema } from '../transcript/transcript-schema';
import type { Word } from '../transcript/word';
import { migrateProject } from './migrations';
import { type Project, type ProjectMedia, projectVersion } from './project';

const count = z.int().nonnegative();
const projectSchema = z.object({
  version: z.literal(projectVersion),
  id: z.string().min(1),
  title: z.string(),
  language: z.string(),
  engine: z.string(),
  media: z.object({
    path: z.string().min(1),
    name: z.string(),
    sizeBytes: count,
    durationMs: count,
    hasVideo: z.boolean(),
    frameRate: z.exactOptional(
      z.object({ numerator: z.number().positive(), denominator: z.number().positive() }),
    ),
  }),
  sentences: z.array(sentenceSchema),
}) satisfies z.ZodType<Project>;

/** A project as the text of a `.zimu` file [PF1] [PF2]. */
export function formatProject(project: Project): string {
  return [...formatProjectLines(project)].join('');
}

/**
 * The same text line by line, so that a long one can be made while others get their turn [PF2].
 * @returns lines with their line feeds
 */
export function* formatProjectLines(project: Project): Generator<string, void, undefined> {
  const { version, id, title, language, engine, media, sentences } = project;
  yield '{\n';
  for (const [name, value] of Object.entries({ version, id, title, language, engine })) {
    yield `  ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`;
  }
  yield `  "media": ${JSON.stringify(orderMedia(media))},\n`;
  yield '  "sentences": [\n';
  for (const [index, sentence] of sentences.entries()) {
    const mark = index === sentences.length - 1 ? '' : ',';
    yield `    ${JSON.stringify(orderSentence(sentence))}${mark}\n`;
  }
  yield '  ]\n}\n';
}

/**
 * Reads what {@link formatProject} wrote, in any layout and of any version up to this one [PF3];
 * unknown keys are passed over.
 *
 * @param path of the file, for errors alone
 * @throws StudioError `project/unreadable` with `data.path` and `data.reason`; `project/too-new`
 *   with `data.path` and `data.version`
 */
export function parseProject(text: string, path: string): Project {
  const value = parseJson(text, path);
  const version = findVersion(value);
  if (version === undefined) throw unreadable(path, 'it has no version');
  if (version > projectVersion) {
    throw new StudioError('project/too-new', `project of version ${version}`, {
      data: { path, version },
    });
  }
  const result = projectSchema.safeParse(migrateProject(value, version));
  if (!result.success) {
    const issue = result.error.issues[0];
    const field = issue?.path.join('.') ?? '';
    throw unreadable(path, `${field}: ${issue?.message ?? ''}`, result.error);
  }
  const problem = findTranscriptProblems({ ...result.data, version: 1 })[0];
  if (problem !== undefined) throw unreadable(path, `${problem.detail} [${problem.rule}]`);
  return result.data;
}

function orderMedia({
  path,
  name,
  sizeBytes,
  durationMs,
  hasVideo,
  frameRate,
}: ProjectMedia): object {
  return { path, name, sizeBytes, durationMs, hasVideo, frameRate };
}

function orderSentence(sentence: Sentence): Sentence {
  const { id, beginMs, endMs, text, channel, speaker, words } = sentence;
  const named = speaker === undefined ? {} : { speaker };
  return { id, beginMs, endMs, text, channel, ...named, words: words.map(orderWord) };
}

function orderWord({ before, text, after, beginMs, endMs, timing, confidence }: Word): Word {
  const sure = confidence === undefined ? {} : { confidence };
  return { before, text, after, beginMs, endMs, timing, ...sure };
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch (cause) {
    throw unreadable(path, 'it is not JSON', cause);
  }
}

function findVersion(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null || !('version' in value)) return undefined;
  const { version } = value;
  return typeof version === 'number' && Number.isInteger(version) && version >= 1
    ? version
    : undefined;
}

function unreadable(path: string, reason: string, cause?: unknown): StudioError {
  return new StudioError('project/unreadable', `project file cannot be read: ${reason}`, {
    data: { path, reason },
    cause,
  });
}
