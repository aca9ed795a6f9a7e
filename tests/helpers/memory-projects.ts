import type { BackgroundEdit, Projects } from '../../electron/services/projects/projects';
import { applyDiff } from '../../electron/core/edits/apply-diff';
import { getChanges } from '../../electron/core/edits/project-diff';
import { squashDiffs } from '../../electron/core/edits/squash-diffs';
import { StudioError } from '../../electron/core/errors/studio-error';
import { blankProject, type Project } from '../../electron/core/project-file/project';
import type { Sentence } from '../../electron/core/transcript/sentence';

/** Projects in memory, as far as jobs use them, with a person who edits between two steps. */
export class MemoryProjects {
  readonly projects = new Map<string, Project>();
  readonly edits: BackgroundEdit[] = [];
  readonly openGroups = new Set<string>();
  /** Replies of services, by project. */
  readonly replies = new Map<string, string>();
  /** Ids of sentences that are being typed. */
  readonly typed = new Set<string>();
  readonly #waiting = new Set<() => void>();
  /** Called before each background edit, after the job has read the project. */
  beforeEdit: () => void = () => undefined;

  add(id: string, sentences: readonly Sentence[] = []): void {
    this.projects.set(id, {
      ...blankProject,
      id,
      title: `Project ${id}`,
      language: 'und',
      engine: '',
      media: { path: `/${id}.wav`, name: 'x', sizeBytes: 1, durationMs: 10_000, hasVideo: false },
      sentences,
    });
  }

  get(id: string): Project {
    const project = this.projects.get(id);
    if (project !== undefined) return project;
    throw new StudioError('project/not-found', 'no such project');
  }

  setSentence(projectId: string, sentence: Sentence): void {
    const project = this.get(projectId);
    const sentences = project.sentences.map((old) => (old.id === sentence.id ? sentence : old));
    this.projects.set(projectId, { ...project, sentences });
    this.#wake();
  }

  /** As a window that tells of a field that is opened or left. */
  type(sentenceId: string, isTyped: boolean): void {
    if (isTyped) this.typed.add(sentenceId);
    else this.typed.delete(sentenceId);
    this.#wake();
  }

  #wake(): void {
    for (const wake of [...this.#waiting]) wake();
    this.#waiting.clear();
  }

  asProjects(): Projects {
    const used: Pick<
      Projects,
      | 'read'
      | 'findRecording'
      | 'maySend'
      | 'editInBackground'
      | 'endGroup'
      | 'readGroup'
      | 'isTyped'
      | 'untilChanged'
      | 'keepReply'
      | 'keepRepairs'
    > = {
      read: (id) => Promise.resolve().then(() => this.get(id)),
      findRecording: (id) =>
        Promise.resolve().then(() => ({
          path: this.get(id).media.path,
          isFromProjectFile: false,
        })),
      maySend: () => Promise.resolve(true),
      editInBackground: async (edit) => {
        // As the projects themselves: a group has begun, whether its edit can be made or not.
        this.openGroups.add(edit.group);
        await Promise.resolve();
        this.beforeEdit();
        this.projects.set(edit.projectId, applyDiff(this.get(edit.projectId), edit.diff));
        this.edits.push(edit);
        return { revision: this.edits.length, history: {} };
      },
      keepReply: (projectId, { json }) => {
        this.replies.set(projectId, json);
        return Promise.resolve();
      },
      keepRepairs: () => Promise.resolve(),
      isTyped: (_projectId, sentenceId) => this.typed.has(sentenceId),
      untilChanged: (_projectId, signal) =>
        new Promise((fulfil) => {
          this.#waiting.add(fulfil);
          signal.addEventListener('abort', () => fulfil(), { once: true });
        }),
      readGroup: (projectId, group) => {
        const own = this.edits.filter((edit) => edit.projectId === projectId);
        const diffs = own.filter((edit) => edit.group === group).map(({ diff }) => diff);
        return Promise.resolve(getChanges(squashDiffs(diffs), 'sentences').added);
      },
      endGroup: (_projectId, group) => {
        this.openGroups.delete(group);
        return Promise.resolve();
      },
    };
    return used as Projects;
  }
}
