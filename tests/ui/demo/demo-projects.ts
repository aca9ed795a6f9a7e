import type {
  EditReceipt,
  HistoryState,
  MethodInput,
  OpenProject,
  ProjectSummary,
  ProjectView,
  Publish,
} from '@contract/api';
import { applyDiff } from '@core/edits/apply-diff';
import { StudioError } from '@core/errors/studio-error';
import {
  applyRecord,
  emptyHistory,
  type History,
  type HistoryRecord,
  planEdit,
  planRedo,
  planUndo,
} from '@core/history/history';
import { getDurationMs, type Project } from '@core/project-file/project';

interface Kept {
  project: Project;
  revision: number;
  past: History;
  view: ProjectView;
  drafts: OpenProject['drafts'];
  touchedAtMs: number;
}

/** The documents of the demo page: in memory, with the history they have everywhere. */
export class DemoProjects {
  readonly #kept = new Map<string, Kept>();
  readonly #publish: Publish;

  constructor(publish: Publish) {
    this.#publish = publish;
  }

  add(project: Project, touchedAtMs: number): ProjectSummary {
    const kept: Kept = {
      project,
      revision: 0,
      past: emptyHistory,
      view: { selectedIds: [], positionMs: 0 },
      drafts: [],
      touchedAtMs,
    };
    this.#kept.set(project.id, kept);
    return summarise(kept);
  }

  list(): readonly ProjectSummary[] {
    return [...this.#kept.values()]
      .toSorted((left, right) => right.touchedAtMs - left.touchedAtMs)
      .map(summarise);
  }

  read(projectId: string): Project {
    return this.#get(projectId).project;
  }

  open(projectId: string): OpenProject {
    const kept = this.#get(projectId);
    const { project, revision, view, drafts } = kept;
    return { project, revision, history: historyOf(kept), view, drafts };
  }

  /** An edit of the window, or of a job where `origin` is absent. */
  edit({
    projectId,
    origin,
    label,
    diff,
    group,
  }: Omit<MethodInput<'projects.edit'>, 'origin'> & { readonly origin?: string }): EditReceipt {
    const kept = this.#get(projectId);
    const planned = { label, diff, group, isBackground: origin === undefined };
    return this.#take(kept, planEdit(kept.past, planned, kept.revision + 1), origin);
  }

  undo(projectId: string): EditReceipt {
    const kept = this.#get(projectId);
    return this.#take(kept, planUndo(kept.past), undefined);
  }

  redo(projectId: string): EditReceipt {
    const kept = this.#get(projectId);
    return this.#take(kept, planRedo(kept.past, kept.revision + 1), undefined);
  }

  keepDraft({ projectId, sentenceId, origin, text }: MethodInput<'projects.keepDraft'>): void {
    const kept = this.#get(projectId);
    const others = kept.drafts.filter(
      (draft) => draft.sentenceId !== sentenceId || draft.origin !== origin,
    );
    kept.drafts = text === undefined ? others : [...others, { sentenceId, origin, text }];
  }

  keepView(projectId: string, view: ProjectView): void {
    this.#get(projectId).view = view;
  }

  remove(projectId: string): void {
    this.#kept.delete(projectId);
    this.#publish('projects.changed', {});
  }

  #take(kept: Kept, record: HistoryRecord | undefined, origin: string | undefined): EditReceipt {
    if (record === undefined) return { revision: kept.revision, history: historyOf(kept) };
    kept.project = applyDiff(kept.project, record.diff);
    kept.past = applyRecord(kept.past, record);
    kept.revision += 1;
    const receipt = { revision: kept.revision, history: historyOf(kept) };
    this.#publish('project.changed', {
      projectId: kept.project.id,
      diff: record.diff,
      ...receipt,
      ...(origin === undefined ? {} : { origin }),
    });
    return receipt;
  }

  #get(projectId: string): Kept {
    const kept = this.#kept.get(projectId);
    if (kept !== undefined) return kept;
    throw new StudioError('project/not-found', 'no such project', { data: { project: projectId } });
  }
}

function historyOf({ past }: Kept): HistoryState {
  const [lastUndo, lastRedo] = [past.undo.at(-1), past.redo.at(-1)];
  return {
    ...(lastUndo === undefined ? {} : { undo: lastUndo.label }),
    ...(lastRedo === undefined ? {} : { redo: lastRedo.label }),
  };
}

function summarise({ project, touchedAtMs }: Kept): ProjectSummary {
  return {
    id: project.id,
    title: project.title,
    mediaName: project.media.name,
    mediaPath: project.media.path,
    durationMs: getDurationMs(project),
    hasVideo: project.media.hasVideo,
    sentenceCount: project.sentences.length,
    language: project.language,
    touchedAtMs,
  };
}
