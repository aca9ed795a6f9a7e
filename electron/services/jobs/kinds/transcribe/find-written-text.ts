import type { JsonValue } from '@core/errors/studio-error';
import { type Sentence, sentenceSchema } from '@core/transcript/sentence';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Projects } from '../../../projects/projects';
import { readResumePosition } from '../../resume-position';

/**
 * What a transcription keeps before it writes sentences into its project: where its engine stands
 * when they are there, and the sentences. Whether they came to be written, the project's journal
 * knows; so none is lost and none is written twice, wherever the studio was killed [JO5].
 */
const resumptionSchema = z.object({
  /** Names its entry of the history and begins the ids of its sentences. */
  runId: z.string().min(1),
  position: z.json(),
  /** How many sentences the engine had given by then. */
  count: z.int().nonnegative(),
  pending: z.array(sentenceSchema),
  /** Of those, the ones of speech that is open: they are given again with what follows. */
  open: z.array(sentenceSchema).optional(),
  /** What an earlier run wrote of open speech, and what is pending says again. */
  replaced: z.array(sentenceSchema).optional(),
});

/** What a job goes on from that was interrupted. */
export interface WrittenText {
  readonly runId: string;
  /** Where its engine goes on. */
  readonly position: JsonValue;
  /** How many sentences it had given by then. */
  readonly count: number;
  /** As the job wrote them, whatever became of them since. */
  readonly written: readonly Sentence[];
  /** They were to be written when the job was interrupted. */
  readonly unwritten: readonly Sentence[];
  /** Written, and given again with what follows: they go when the next ones come. */
  readonly replaced: readonly Sentence[];
}

/**
 * What an earlier run of a job has written.
 * @param resumption what it kept
 * @returns undefined where the job has to begin anew: it kept nothing, its engine cannot go on from
 *   there, or a person took its text back meanwhile
 */
export async function findWrittenText(
  resumption: JsonValue | undefined,
  {
    projects,
    projectId,
    canGoOn,
  }: {
    readonly projects: Pick<Projects, 'read' | 'readGroup'>;
    readonly projectId: string;
    readonly canGoOn: (position: JsonValue) => boolean;
  },
): Promise<WrittenText | undefined> {
  const parsed = resumptionSchema.safeParse(resumption);
  if (!parsed.success) return undefined;
  if (!canGoOn(readResumePosition(parsed.data.position).engine)) return undefined;
  const { runId, position, count, pending, open = [], replaced = [] } = parsed.data;
  const all = await projects.readGroup(projectId, runId);
  const { sentences } = await projects.read(projectId);
  // Of a history that grew long the oldest is forgotten; the text is there all the same.
  const ids = new Set([...all, ...sentences].map(({ id }) => id));
  const isTakenBack = count > pending.length && all.length === 0 && !hasTextOf(sentences, runId);
  if (isTakenBack) return undefined;
  const isWritten = pending.some(({ id }) => ids.has(id));
  // As the job wrote them last: their ends may have moved since.
  const shown = (isWritten ? open : replaced).map((sentence) => find(all, sentence) ?? sentence);
  // What a person has changed since stays, and what is to be given again is not given.
  const isTouched = shown.some((one) => !isDeepStrictEqual(one, find(sentences, one)));
  const isGone = ({ id }: Sentence): boolean => shown.some((other) => other.id === id);
  return {
    ...{ runId, count },
    position: isTouched ? readResumePosition(position).engine : position,
    written: isTouched ? all : all.filter((sentence) => !isGone(sentence)),
    unwritten: isWritten ? [] : pending.filter((one) => !open.some(({ id }) => id === one.id)),
    replaced: isTouched ? [] : shown,
  };
}

function find(sentences: readonly Sentence[], { id }: Sentence): Sentence | undefined {
  return sentences.find((sentence) => sentence.id === id);
}

function hasTextOf(sentences: readonly Sentence[], runId: string): boolean {
  return sentences.some(({ id }) => id.startsWith(`${runId}-`));
}
