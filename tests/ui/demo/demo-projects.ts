import type {
  EditReceipt,
  HistoryState,
  MethodInput,
  OpenProject,
  ProjectSummary,
  ProjectView,
  Publish,
} from '@contract/api';
import { applyDiff, reverseDiff } from '@core/edits/apply-diff';
import type { EditLabel } from '@core/edits/edit';
import type { ProjectDiff } from '@core/edits/project-diff';
import { StudioError } from '@core/errors/studio-error';
import type { Project } from '@core/project-file/project';

interface Entry {
  readonly label: EditLabel;
  readonly group: string | undefined;
  readonly diffs: readonly ProjectDiff[];
}

interface Kept {
  project: Project;
  revision: number;
  undo: readonly Entry[];
  redo: readonly Entry[];
  view: ProjectView;
  drafts: Readonly<Record<string, string>>;
  touchedAtMs: number;
}

/** The documents of the demo page: in memory, with an undo list of diffs. */
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
      undo: [],
      redo: [],
      view: { selectedIds: [], positionMs: 0 },
      drafts: {},
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
    kept.project = applyDiff(kept.project, diff);
    const at = group === undefined ? -1 : kept.undo.findIndex((entry) => entry.group === group);
    kept.undo =
      at === -1
        ? [...kept.undo, { label, group, diffs: [diff] }]
        : kept.undo.with(at, { ...kept.undo[at]!, diffs: [...kept.undo[at]!.diffs, diff] });
    if (origin !== undefined) kept.redo = [];
    return this.#tell(kept, diff, origin);
  }

  undo(projectId: string): EditReceipt {
    return this.#move(projectId, 'undo');
  }

  redo(projectId: string): EditReceipt {
    return this.#move(projectId, 'redo');
  }

  keepDraft(projectId: string, sentenceId: string, text: string | undefined): void {
    const kept = this.#get(projectId);
    const others = Object.entries(kept.drafts).filter(([id]) => id !== sentenceId);
    kept.drafts = Object.fromEntries(
      text === undefined ? others : [...others, [sentenceId, text] as const],
    );
  }

  keepView(projectId: string, view: ProjectView): void {
    this.#get(projectId).view = view;
  }

  remove(projectId: string): void {
    this.#kept.delete(projectId);
    this.#publish('projects.changed', {});
  }

  #move(projectId: string, direction: 'undo' | 'redo'): EditReceipt {
    const kept = this.#get(projectId);
    const entry = kept[direction].at(-1);
    if (entry === undefined) return { revision: kept.revision, history: historyOf(kept) };
    const diffs =
      direction === 'undo' ? entry.diffs.toReversed().map(reverseDiff) : [...entry.diffs];
    if (direction === 'undo') {
      kept.undo = kept.undo.slice(0, -1);
      kept.redo = [...kept.redo, entry];
    } else {
      kept.redo = kept.redo.slice(0, -1);
      kept.undo = [...kept.undo, entry];
    }
    let receipt = { revision: kept.revision, history: historyOf(kept) };
    for (const diff of diffs) {
      kept.project = applyDiff(kept.project, diff);
      receipt = this.#tell(kept, diff, undefined);
    }
    return receipt;
  }

  #tell(kept: Kept, diff: ProjectDiff, origin: string | undefined): EditReceipt {
    kept.revision += 1;
    const receipt = { revision: kept.revision, history: historyOf(kept) };
    this.#publish('project.changed', {
      projectId: kept.project.id,
      diff,
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

function historyOf({ undo, redo }: Kept): HistoryState {
  const [lastUndo, lastRedo] = [undo.at(-1), redo.at(-1)];
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
    durationMs: project.media.durationMs,
    hasVideo: project.media.hasVideo,
    sentenceCount: project.sentences.length,
    language: project.language,
    touchedAtMs,
  };
}
