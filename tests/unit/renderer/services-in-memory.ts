import type { EditReceipt, HistoryState, MethodInput, OpenProject, Publish } from '@contract/api';
import { applyDiff } from '@core/edits/apply-diff';
import {
  applyRecord,
  emptyHistory,
  type HistoryRecord,
  planEdit,
  planRedo,
  planUndo,
} from '@core/history/history';
import type { Project } from '@core/project-file/project';

type Change = Pick<MethodInput<'projects.edit'>, 'label' | 'diff'>;

/** The services' side of one project, in memory, with the history it has everywhere. */
export class ServicesInMemory {
  project: Project;
  drafts: Readonly<Record<string, string>> = {};
  #revision = 0;
  #history = emptyHistory;
  readonly #publish: Publish;

  constructor(project: Project, publish: Publish) {
    this.project = project;
    this.#publish = publish;
  }

  open(): OpenProject {
    const view = { selectedIds: [], positionMs: 0 };
    return { project: this.project, drafts: this.drafts, view, ...this.#receipt() };
  }

  /** @param origin the window that edits; absent for a job */
  edit({ label, diff }: Change, origin?: string): EditReceipt {
    const planned = { label, diff, isBackground: origin === undefined };
    return this.#take(planEdit(this.#history, planned, this.#revision + 1), origin);
  }

  undo(): EditReceipt {
    return this.#take(planUndo(this.#history));
  }

  redo(): EditReceipt {
    return this.#take(planRedo(this.#history, this.#revision + 1));
  }

  keepDraft(sentenceId: string, text: string | undefined): void {
    const others = Object.entries(this.drafts).filter(([id]) => id !== sentenceId);
    this.drafts = Object.fromEntries(
      text === undefined ? others : [...others, [sentenceId, text] as const],
    );
  }

  #take(record: HistoryRecord | undefined, origin?: string): EditReceipt {
    if (record === undefined) return this.#receipt();
    this.project = applyDiff(this.project, record.diff);
    this.#history = applyRecord(this.#history, record);
    this.#revision += 1;
    const from = origin === undefined ? {} : { origin };
    const { id: projectId } = this.project;
    const change = { projectId, diff: record.diff, ...this.#receipt(), ...from };
    this.#publish('project.changed', change);
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
