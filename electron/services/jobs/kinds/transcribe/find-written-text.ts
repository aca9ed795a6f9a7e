import type { JsonValue } from '@core/errors/studio-error';
import { type Sentence, sentenceSchema } from '@core/transcript/sentence';
import { z } from 'zod';
import type { Projects } from '../../../projects/projects';

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
  if (!parsed.success || !canGoOn(parsed.data.position)) return undefined;
  const { runId, position, count, pending } = parsed.data;
  const written = await projects.readGroup(projectId, runId);
  const { sentences } = await projects.read(projectId);
  // Of a history that grew long the oldest is forgotten; the text is there all the same.
  const ids = new Set([...written, ...sentences].map(({ id }) => id));
  const unwritten = pending.some(({ id }) => ids.has(id)) ? [] : pending;
  const isTakenBack =
    count > pending.length && written.length === 0 && !hasTextOf(sentences, runId);
  return isTakenBack ? undefined : { runId, position, count, written, unwritten };
}

function hasTextOf(sentences: readonly Sentence[], runId: string): boolean {
  return sentences.some(({ id }) => id.startsWith(`${runId}-`));
}
