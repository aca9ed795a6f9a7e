import { isDeepStrictEqual } from 'node:util';
import type { JobNotice } from '@contract/api';
import { applyEdit } from '@core/edits/apply-edit';
import { isEmptyDiff } from '@core/edits/apply-diff';
import { type JsonValue, StudioError, toStudioError } from '@core/errors/studio-error';
import type { WorkEvent } from '@core/jobs/job-event';
import type { NoticeKind } from '@core/jobs/notice-kinds';
import type { Sentence } from '@core/transcript/sentence';
import { z } from 'zod';
import type { Projects } from '../../../projects/projects';
import { createThrottle } from '../../../timing/throttle';
import type { PlacedSentence } from './placed-sentences';

export interface AlignmentWriterOptions {
  readonly projects: Pick<
    Projects,
    'read' | 'editInBackground' | 'endGroup' | 'isTyped' | 'untilChanged'
  >;
  readonly projectId: string;
  /** Names the entry of the history that the whole job becomes. */
  readonly group: string;
  /** Sentences that an earlier run has written. */
  readonly countBefore: number;
  readonly report: (event: WorkEvent) => void;
  readonly keepResumption: (state: JsonValue) => Promise<void>;
  readonly signal: AbortSignal;
}

const resumptionSchema = z.object({
  runId: z.string().min(1),
  /** Sentences that begin before are done with. */
  untilMs: z.int().nonnegative(),
});
const intervalMs = 300;
/** A person would have to change the project anew within each of so many tries. */
const mostTries = 50;

/**
 * Brings words' new times into the project, a few times a second, as one entry of the history. A
 * sentence that is being typed is left alone until the field is left; one that was changed since it
 * was looked for keeps its times, and that is told [JO6].
 */
export class AlignmentWriter {
  readonly #options: AlignmentWriterOptions;
  readonly #pace = createThrottle(intervalMs, () => {
    this.#last = this.#last.then(() => this.#writePending());
  });
  #pending: PlacedSentence[] = [];
  #held: PlacedSentence[] = [];
  #last: Promise<void> = Promise.resolve();
  #untilMs = 0;
  #count: number;
  #failure: StudioError | undefined;

  constructor(options: AlignmentWriterOptions) {
    this.#options = options;
    this.#count = options.countBefore;
  }

  /** What an earlier run of the job kept; undefined where it kept nothing. */
  static readResumption(
    state: JsonValue | undefined,
  ): z.infer<typeof resumptionSchema> | undefined {
    return resumptionSchema.safeParse(state).data;
  }

  add(placed: PlacedSentence): void {
    this.#pending.push(placed);
    this.#pace.request();
  }

  /**
   * Writes what is left, and once they are no longer typed the sentences that are.
   * @throws StudioError `project/*` where the project could not be written, now or before
   */
  async finish(): Promise<void> {
    const { projects, projectId, group, signal, report } = this.#options;
    this.#pace.cancel();
    await this.#last;
    await this.#writePending();
    // While it waits for a person, what is written can be undone.
    await projects.endGroup(projectId, group);
    while (this.#held.length > 0 && this.#failure === undefined && !signal.aborted) {
      report({ kind: 'progress', stage: 'typing', fraction: 0.99, notices: [] });
      const changed = projects.untilChanged(projectId, signal);
      this.#pending = this.#held;
      this.#held = [];
      await this.#writePending();
      await projects.endGroup(projectId, group);
      if (this.#held.length > 0) await changed;
    }
    if (this.#failure !== undefined) throw this.#failure;
    if (this.#held.length > 0) throw new StudioError('job/cancelled', 'the job was cancelled');
  }

  async #writePending(): Promise<void> {
    if (this.#pending.length === 0 || this.#failure !== undefined) return;
    const placed = this.#pending;
    this.#pending = [];
    try {
      await this.#write(placed);
    } catch (thrown) {
      this.#failure = toStudioError(thrown);
    }
  }

  /** Again where the project was changed in between. */
  async #write(placed: readonly PlacedSentence[]): Promise<void> {
    const { projects, projectId, group, report } = this.#options;
    for (let tries = 1; ; tries++) {
      const project = await projects.read(projectId);
      const current = new Map(project.sentences.map((sentence) => [sentence.id, sentence]));
      const sorted = this.#sort(placed, current);
      const { diff, label } = applyEdit(
        project,
        { kind: 'realign', sentences: sorted.fit },
        () => '',
      );
      try {
        if (!isEmptyDiff(diff)) {
          await projects.editInBackground({ projectId, group, label, diff });
        }
      } catch (thrown) {
        const error = toStudioError(thrown);
        if (error.code !== 'project/conflict' || tries === mostTries) throw error;
        continue;
      }
      this.#held.push(...sorted.typed);
      this.#count += sorted.fit.length;
      report({ kind: 'written', sentenceCount: this.#count });
      if (sorted.notices.length > 0) {
        report({ kind: 'progress', stage: 'aligning', fraction: 0, notices: sorted.notices });
      }
      await this.#keepPlace(placed);
      return;
    }
  }

  #sort(
    placed: readonly PlacedSentence[],
    current: ReadonlyMap<string, Sentence>,
  ): {
    readonly fit: readonly { readonly sentenceId: string; readonly words: Sentence['words'] }[];
    readonly typed: readonly PlacedSentence[];
    readonly notices: readonly JobNotice[];
  } {
    const { projects, projectId } = this.#options;
    const fit: { sentenceId: string; words: Sentence['words'] }[] = [];
    const typed: PlacedSentence[] = [];
    const notices: JobNotice[] = [];
    for (const each of placed) {
      const { asked, words } = each;
      const tell = (kind: NoticeKind): void => {
        notices.push({ kind, beginMs: asked.beginMs, endMs: asked.endMs });
      };
      if (!isUnchanged(asked, current.get(asked.id))) tell('text-changed');
      else if (words === undefined) tell('not-placed');
      else if (projects.isTyped(projectId, asked.id)) typed.push(each);
      else fit.push({ sentenceId: asked.id, words });
    }
    return { fit, typed, notices };
  }

  /** Sentences come in the order of their begins; those that are held are still to be done. */
  async #keepPlace(placed: readonly PlacedSentence[]): Promise<void> {
    const latestMs = placed.reduce((latest, { asked }) => Math.max(latest, asked.beginMs), 0);
    this.#untilMs = Math.max(this.#untilMs, latestMs);
    const untilMs = this.#held.reduce(
      (least, { asked }) => Math.min(least, asked.beginMs),
      this.#untilMs,
    );
    await this.#options.keepResumption({ runId: this.#options.group, untilMs });
  }
}

/** Whether the words of a sentence still are where they were when they were looked for. */
function isUnchanged(asked: Sentence, now: Sentence | undefined): boolean {
  return (
    now !== undefined &&
    now.text === asked.text &&
    now.beginMs === asked.beginMs &&
    now.endMs === asked.endMs &&
    isDeepStrictEqual(now.words, asked.words)
  );
}
