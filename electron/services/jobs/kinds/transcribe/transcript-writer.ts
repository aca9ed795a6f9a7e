import { isDeepStrictEqual } from 'node:util';
import { diffProperties, diffRecords, joinDiffs } from '@core/edits/make-diff';
import type { ProjectDiff } from '@core/edits/project-diff';
import { type JsonValue, type StudioError, toStudioError } from '@core/errors/studio-error';
import type { Project, ProjectProperties } from '@core/project-file/project';
import type { Sentence } from '@core/transcript/sentence';
import type { Projects } from '../../../projects/projects';
import { createThrottle } from '../../../timing/throttle';
import type { WrittenText } from './find-written-text';

export interface TranscriptWriterOptions {
  readonly projects: Pick<Projects, 'read' | 'editInBackground' | 'endGroup' | 'isTyped'>;
  readonly projectId: string;
  /** Names the entry of the history that the whole transcript becomes. */
  readonly group: string;
  /** What an earlier run of the job has written, where it goes on. */
  readonly before?: WrittenText | undefined;
  /** What the project is told of its new text. */
  readonly properties: Pick<ProjectProperties, 'language' | 'engine'>;
  /** Called after each writing with all that is written so far. */
  readonly onWritten: (sentenceCount: number) => void;
  /** Called once, when the project can no longer be written. */
  readonly onFailure: (error: StudioError) => void;
  /** Keeps durably, before sentences are written, what the job goes on from once they are. */
  readonly keepResumption: (state: {
    readonly position: JsonValue;
    readonly count: number;
    readonly pending: JsonValue;
    readonly open: JsonValue;
    readonly replaced: JsonValue;
  }) => Promise<void>;
}

const intervalMs = 300;
/** A person would have to change the project anew within each of so many tries. */
const mostTries = 50;

/**
 * Brings the sentences of a running job into its project, a few times a second, while a person may
 * edit it. The first ones take the place of the text that was there; all is one entry of the
 * history. Nothing a person changed is changed again, nor what they are typing [JO6].
 */
export class TranscriptWriter {
  private readonly options: TranscriptWriterOptions;
  private readonly written: Map<string, Sentence>;
  private readonly pace = createThrottle(intervalMs, () => {
    this.last = this.last.then(() => this.writePending());
  });
  private pending: Sentence[] = [];
  /** Of the pending ones, those of speech that is open. */
  private open: readonly Sentence[] = [];
  /** What an earlier run wrote of open speech; it goes when what says it again is written. */
  private replaced: readonly Sentence[];
  private isFirst: boolean;
  /** Where the engine stands after what is pending; undefined where it has not moved on. */
  private position: JsonValue | undefined;
  /** How many sentences the engine has given, those of earlier runs included. */
  private count: number;
  private last: Promise<void> = Promise.resolve();
  private failure: StudioError | undefined;

  constructor(options: TranscriptWriterOptions) {
    this.options = options;
    const { written = [], unwritten = [], replaced = [], count = 0 } = options.before ?? {};
    this.replaced = replaced;
    this.isFirst = written.length + replaced.length === 0;
    this.count = count - unwritten.length;
    this.written = new Map(written.map((sentence) => [sentence.id, sentence]));
    this.add(unwritten);
  }

  /**
   * Sentences that became final. Their ids must be new to the project.
   * @param position from which the engine can go on after them, where it says so
   * @param isOpen whether a run that goes on from there says them again
   */
  add(sentences: readonly Sentence[], position?: JsonValue, isOpen = false): void {
    if (sentences.length === 0 && position === undefined) return;
    this.pending.push(...sentences);
    this.open = isOpen ? sentences : [];
    this.count += sentences.length;
    this.position = position ?? this.position;
    this.pace.request();
  }

  /**
   * Writes what is left, and the ends of cues as they are now that the next ones are known.
   * @param sentences as they became, by the ids of those that were added
   * @throws StudioError `project/*` where the project could not be written, now or before
   */
  async finish(sentences: readonly Sentence[]): Promise<void> {
    const { projects, projectId, group } = this.options;
    this.pace.cancel();
    await this.last;
    await this.writePending();
    try {
      if (this.failure !== undefined) throw this.failure;
      await this.edit((project) => this.findLateChanges(project, sentences));
    } finally {
      // Also where nothing was written: a writing that failed has begun the group.
      await projects.endGroup(projectId, group);
    }
  }

  private async writePending(): Promise<void> {
    const { pending: sentences, open, replaced, position, count } = this;
    if (this.failure !== undefined) return;
    this.pending = [];
    this.position = undefined;
    if (position !== undefined) {
      await this.options.keepResumption({
        ...{ position, count, pending: toJson(sentences) },
        ...{ open: toJson(open), replaced: toJson(replaced) },
      });
    }
    if (sentences.length === 0) return;
    try {
      await this.edit((project) =>
        this.isFirst
          ? this.replaceText(project, sentences)
          : diffRecords('sentences', { added: sentences, removed: this.findUntouched(project) }),
      );
      this.isFirst = false;
      this.replaced = [];
      for (const sentence of sentences) this.written.set(sentence.id, sentence);
      this.options.onWritten(this.written.size);
    } catch (thrown) {
      this.failure = toStudioError(thrown);
      this.options.onFailure(this.failure);
    }
  }

  /** Applies what `toDiff` makes of the project; again where it was changed in between. */
  private async edit(toDiff: (project: Project) => ProjectDiff | undefined): Promise<void> {
    const { projects, projectId, group } = this.options;
    for (let tries = 1; ; tries++) {
      const diff = toDiff(await projects.read(projectId));
      if (diff === undefined) return;
      try {
        await projects.editInBackground({ projectId, group, label: 'transcribe', diff });
        return;
      } catch (thrown) {
        const error = toStudioError(thrown);
        if (error.code !== 'project/conflict' || tries === mostTries) throw error;
      }
    }
  }

  private replaceText(project: Project, added: readonly Sentence[]): ProjectDiff {
    return joinDiffs(
      diffRecords('sentences', { added, removed: project.sentences }),
      diffProperties(project, this.options.properties),
    );
  }

  /** Of what is replaced, all that a person neither changed nor is typing. */
  private findUntouched(project: Project): readonly Sentence[] {
    const { projects, projectId } = this.options;
    return project.sentences.filter(
      (sentence) =>
        this.replaced.some((before) => isDeepStrictEqual(before, sentence)) &&
        !projects.isTyped(projectId, sentence.id),
    );
  }

  private findLateChanges(
    project: Project,
    sentences: readonly Sentence[],
  ): ProjectDiff | undefined {
    const current = new Map(project.sentences.map((sentence) => [sentence.id, sentence]));
    const updated = sentences.flatMap((after) => {
      const asWritten = this.written.get(after.id);
      const before = current.get(after.id);
      const isUntouched =
        before !== undefined &&
        isDeepStrictEqual(before, asWritten) &&
        !this.options.projects.isTyped(this.options.projectId, after.id);
      return isUntouched && !isDeepStrictEqual(before, after) ? [{ before, after }] : [];
    });
    return updated.length === 0 ? undefined : diffRecords('sentences', { updated });
  }
}

function toJson(sentences: readonly Sentence[]): JsonValue {
  return sentences as readonly unknown[] as JsonValue;
}
