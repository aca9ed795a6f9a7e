import type {
  Draft,
  EditReceipt,
  HistoryState,
  MethodInput,
  OpenProject,
  Publish,
} from '@contract/api';
import { applyDiff } from '@core/edits/apply-diff';
import { collectParts } from '@core/edits/collect-parts';
import type { ProjectDiff } from '@core/edits/project-diff';
import { spreadDiff } from '@core/edits/spread-diff';
import {
  applyRecord,
  emptyHistory,
  type HistoryRecord,
  planEdit,
  planRedo,
  planUndo,
} from '@core/history/history';
import type { Project } from '@core/project-file/project';

type Change = Pick<MethodInput<'projects.edit'>, 'label' | 'diff' | 'group' | 'part'>;

/** The services' side of one project, in memory, with the history it has everywhere. */
export class ServicesInMemory {
  project: Project;
  drafts: readonly Draft[] = [];
  #revision = 0;
  /** Of one window: no test has two that send parts at once. */
  #parts: readonly ProjectDiff[] = [];
  #history = emptyHistory;
  readonly #publish: Publish;

  constructor(project: Project, publish: Publish) {
    this.project = project;
    this.#publish = publish;
  }

  open(): OpenProject {
    const view = { selectedIds: [], positionMs: 0 };
    const texts = new Map(this.project.sentences.map(({ id, text }) => [id, text]));
    const drafts = this.drafts.filter(({ sentenceId, text }) => texts.get(sentenceId) !== text);
    return { project: this.project, drafts, view, ...this.#receipt() };
  }

  /** @param origin the window that edits; absent for a job */
  edit({ label, diff: given, group, part }: Change, origin?: string): EditReceipt {
    const taken = part === undefined ? { whole: given } : collectParts(this.#parts, part, given);
    this.#parts = 'parts' in taken ? taken.parts : [];
    if ('parts' in taken) return this.#receipt();
    const diff = taken.whole;
    const planned = { label, diff, group, isBackground: origin === undefined };
    return this.#take(planEdit(this.#history, planned, this.#revision + 1), origin);
  }

  undo(): EditReceipt {
    return this.#take(planUndo(this.#history));
  }

  redo(): EditReceipt {
    return this.#take(planRedo(this.#history, this.#revision + 1));
  }

  keepDraft({ sentenceId, origin, text }: MethodInput<'projects.keepDraft'>): void {
    const others = this.drafts.filter(
      (draft) => draft.sentenceId !== sentenceId || draft.origin !== origin,
    );
    this.drafts = text === undefined ? others : [...others, { sentenceId, origin, text }];
  }

  #take(record: HistoryRecord | undefined, origin?: string): EditReceipt {
    if (record === undefined) return this.#receipt();
    this.project = applyDiff(this.project, record.diff);
    this.#history = applyRecord(this.#history, record);
    this.#revision += 1;
    const from = origin === undefined ? {} : { origin };
    const { id: projectId } = this.project;
    for (const diff of spreadDiff(record.diff, 400)) {
      this.#publish('project.changed', { projectId, diff, ...this.#receipt(), ...from });
    }
    return this.#receipt();
  }

  #receipt(): EditReceipt {
    const [undo, redo] = [this.#history.undo.at(-1)?.label, this.#history.redo.at(-1)?.label];
    const history: HistoryState = {
      ...(undo === undefined ? {} : { undo }),
      ...(redo === undefined ? {} : { redo }),
    };
    return { revision: this.#revision, history };
  }
}
