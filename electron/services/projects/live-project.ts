import { omitUndefined } from '@core/omit-undefined';
import type { EditReceipt, HistoryState, OpenProject, ProjectView, Publish } from '@contract/api';
import { applyDiff, isEmptyDiff } from '@core/edits/apply-diff';
import { collectParts, type EditPart } from '@core/edits/collect-parts';
import { getChanges, type ProjectDiff } from '@core/edits/project-diff';
import { spreadDiff } from '@core/edits/spread-diff';
import { squashDiffs } from '@core/edits/squash-diffs';
import { describeThrown } from '@core/errors/studio-error';
import {
  applyRecord,
  type HistoryRecord,
  planEdit,
  type PlannedEdit,
  planRedo,
  planUndo,
} from '@core/history/history';
import type { Project, ProjectMedia } from '@core/project-file/project';
import { inSteps } from '@core/steps';
import type { Sentence } from '@core/transcript/sentence';
import { runInTurns } from '../timing/run-in-turns';
import { createJournal, type JournalLimits } from './journal';
import { loadProject } from './load-project';
import { projectBusy } from './project-errors';
import { createSerialQueue } from './serial-queue';
import { loadSideFiles } from './side-files';
import { formatSnapshot, writeSnapshot } from './snapshot';

/** Of how many records a window is told at once. */
const mostRecordsTold = 200;

/** How long things may wait before they are written. */
export interface ProjectLimits extends JournalLimits {
  /** After the last change, and at the latest after the first one, a snapshot is written. */
  readonly snapshotIdleMs: number;
  readonly snapshotLatestMs: number;
  readonly draftDelayMs: number;
  readonly viewDelayMs: number;
}

export interface LiveProjectOptions {
  readonly folder: string;
  readonly projectId: string;
  readonly publish: Publish;
  readonly log: (line: string) => void;
  readonly limits: ProjectLimits;
  /** The document has changed. */
  readonly onChange: (project: Project) => void;
}

/** A project in memory: its document, history and journal. */
export interface LiveProject {
  read(): Project;
  open(): Promise<OpenProject>;
  /** Where it is a part, it is kept, and all of them are made with the last one [ED14]. */
  edit(edit: PlannedEdit & { part?: EditPart | undefined }, origin: string): Promise<EditReceipt>;
  editInBackground(edit: PlannedEdit & { readonly group: string }): Promise<EditReceipt>;
  /** An edit that is planned on the document when its turn comes; all windows are told of it. */
  editInTurn(plan: (project: Project) => Promise<PlannedEdit>): Promise<EditReceipt>;
  /** Whether an edit of this group is in the history, undone or not. */
  hasGroup(group: string): boolean;
  /** The sentences that a group has put in, as it left them. */
  readGroup(group: string): Promise<readonly Sentence[]>;
  endGroup(group: string): Promise<void>;
  /** Whether a job is adding to it. */
  isBusy(): boolean;
  undo(): Promise<EditReceipt>;
  redo(): Promise<EditReceipt>;
  keepDraft(sentenceId: string, origin: string, text: string | undefined): void;
  keepView(view: ProjectView): void;
  /** No part of the undo history. */
  setMedia(media: ProjectMedia): Promise<Project>;
  /** Writes what is still to be written; what cannot be is in the journal. */
  close(): Promise<void>;
  /** Writes nothing more. */
  discard(): Promise<void>;
}

/**
 * Brings a project from the disk into memory.
 * @throws StudioError `project/not-found`, `project/unreadable`, `project/too-new`
 */
export async function openLiveProject(options: LiveProjectOptions): Promise<LiveProject> {
  const { folder, projectId, publish, log, limits, onChange } = options;
  const loaded = await loadProject(folder, projectId, log);
  let { project, revision, history, snapshot } = loaded;
  const journal = createJournal({ ...loaded, folder, projectId, limits });
  const sideFiles = await loadSideFiles({ folder, projectId, limits, log });
  // No window types yet: a draft that is in the document is one whose window went as it became an edit.
  const texts = new Map(project.sentences.map(({ id, text }) => [id, text]));
  for (const { sentenceId, origin, text } of sideFiles.drafts()) {
    if (texts.get(sentenceId) === text) sideFiles.keepDraft(sentenceId, origin, undefined);
  }
  const openGroups = new Set<string>();
  /** Parts of edits that are not whole yet, by the window that sends them one after the other. */
  const partsOf = new Map<string, readonly ProjectDiff[]>();
  /** Changes, one after the other. */
  const inOrder = createSerialQueue();
  /** Snapshots, one after the other; meanwhile changes go on. */
  const oneSnapshot = createSerialQueue();
  /** Until all windows were told of the last change. */
  let telling = Promise.resolve();
  let idleTimer: NodeJS.Timeout | undefined;
  let latestTimer: NodeJS.Timeout | undefined;

  const describeHistory = (): HistoryState => {
    const undo = history.undo.at(-1)?.label;
    const redo = history.redo.at(-1)?.label;
    return omitUndefined({ undo, redo });
  };
  const receipt = (): EditReceipt => ({ revision, history: describeHistory() });

  const stopTimers = (): void => {
    clearTimeout(idleTimer);
    clearTimeout(latestTimer);
    latestTimer = undefined;
  };

  const saveSnapshot = async (media?: ProjectMedia): Promise<void> => {
    stopTimers();
    const content = media === undefined ? project : { ...project, media };
    const reached = revision;
    const formatted = await formatSnapshot(content);
    const mark = { hash: formatted.hash, revision: reached };
    await inOrder(() => journal.announceSnapshot(mark, revision));
    await writeSnapshot(folder, formatted);
    snapshot = mark;
    await inOrder(() => journal.confirmSnapshot(mark));
  };
  const saveInBackground = (): void => {
    // Everything is in the journal; the next change makes another attempt.
    oneSnapshot(() => saveSnapshot()).catch((thrown: unknown) =>
      log(`project ${projectId}: no snapshot: ${describeThrown(thrown)}`),
    );
  };
  const scheduleSnapshot = (): void => {
    clearTimeout(idleTimer);
    idleTimer = setTimeout(saveInBackground, limits.snapshotIdleMs).unref();
    latestTimer ??= setTimeout(saveInBackground, limits.snapshotLatestMs).unref();
  };

  /** Applies, journals and only then makes true: a failure on the way changes nothing. */
  const commit = async (record: HistoryRecord, origin?: string): Promise<EditReceipt> => {
    const next = applyDiff(project, record.diff);
    await journal.append({ ...record, revision: revision + 1 });
    // The media may have been set while the change was on its way to the disk.
    project = { ...next, media: project.media };
    revision += 1;
    history = applyRecord(history, record);
    const from = origin === undefined ? {} : { origin };
    const changed = receipt();
    const parts = spreadDiff(record.diff, mostRecordsTold);
    // Windows and services have a moment for everything else between the parts of a large one.
    telling = runInTurns(
      inSteps(parts, (diff) =>
        publish('project.changed', { projectId, diff, ...changed, ...from }),
      ),
    );
    onChange(project);
    scheduleSnapshot();
    await telling;
    return changed;
  };
  const makeEdit = (
    planned: PlannedEdit | ((project: Project) => Promise<PlannedEdit>),
    origin?: string,
  ): Promise<EditReceipt> =>
    inOrder(async () => {
      const edit = typeof planned === 'function' ? await planned(project) : planned;
      if (isEmptyDiff(edit.diff)) return receipt();
      return commit(planEdit(history, edit, revision + 1), origin);
    });
  const step = (kind: 'undo' | 'redo'): Promise<EditReceipt> =>
    inOrder(async () => {
      const group = history[kind].at(-1)?.group;
      if (group !== undefined && openGroups.has(group)) throw projectBusy(projectId);
      const record = kind === 'undo' ? planUndo(history) : planRedo(history, revision + 1);
      return record === undefined ? receipt() : commit(record);
    });

  if (revision !== snapshot.revision) scheduleSnapshot();
  return {
    read: () => project,
    async open() {
      // Whoever reads the whole must not hear parts of it afterwards. A failure is the change's own.
      await telling.catch(() => undefined);
      const texts = new Map(project.sentences.map(({ id, text }) => [id, text]));
      const drafts = sideFiles
        .drafts()
        .filter(({ sentenceId, text }) => texts.get(sentenceId) !== text);
      return { project, ...receipt(), view: sideFiles.view(), drafts };
    },
    async edit({ part, ...edit }, origin) {
      if (part === undefined) return makeEdit(edit, origin);
      const taken = collectParts(partsOf.get(origin) ?? [], part, edit.diff);
      if ('whole' in taken) {
        partsOf.delete(origin);
        return makeEdit({ ...edit, diff: taken.whole }, origin);
      }
      partsOf.set(origin, taken.parts);
      return receipt();
    },
    editInTurn: (plan) => makeEdit(plan),
    hasGroup: (group) => [...history.undo, ...history.redo].some((entry) => entry.group === group),
    editInBackground(edit) {
      openGroups.add(edit.group);
      return makeEdit({ ...edit, isBackground: true });
    },
    readGroup: (group) =>
      inOrder(() => {
        const entries = history.undo.filter((entry) => entry.group === group);
        return Promise.resolve(
          getChanges(squashDiffs(entries.flatMap(({ diffs }) => diffs)), 'sentences').added,
        );
      }),
    endGroup: (group) =>
      inOrder(() => {
        openGroups.delete(group);
        return Promise.resolve();
      }),
    isBusy: () => openGroups.size > 0,
    undo: () => step('undo'),
    redo: () => step('redo'),
    keepDraft: (...given) => sideFiles.keepDraft(...given),
    keepView: (view) => sideFiles.keepView(view),
    setMedia: (media) =>
      oneSnapshot(async () => {
        await saveSnapshot(media);
        project = { ...project, media };
        onChange(project);
        // Changes made in the meantime wait for the next snapshot.
        if (revision !== snapshot.revision) scheduleSnapshot();
        return project;
      }),
    async close() {
      await inOrder(() => Promise.resolve());
      stopTimers();
      await oneSnapshot(async () => {
        if (revision !== snapshot.revision) await saveSnapshot();
      }).catch((thrown: unknown) =>
        log(`project ${projectId}: no snapshot: ${describeThrown(thrown)}`),
      );
      stopTimers();
      await sideFiles.flush();
      await journal.close();
    },
    async discard() {
      stopTimers();
      await sideFiles.cancel();
      await oneSnapshot(() => Promise.resolve());
      await inOrder(() => journal.close());
      stopTimers();
    },
  };
}
