import type { Condition } from '@core/commands/conditions';
import type { CommandContext } from './command';
import { listGoingJobs, listPausedJobs } from './job-commands';
import {
  findCurrent,
  findEditable,
  hasProject,
  hasRecording,
  listEditable,
  listShown,
  listToMerge,
} from './selection';

const tests: Readonly<Record<Condition, (context: CommandContext) => boolean>> = {
  hasProject,
  hasRecording,
  hasSentences: ({ document }) => (document.getState().project?.sentences.length ?? 0) > 0,
  hasShown: (context) => listShown(context).length > 0,
  hasCurrent: (context) => findCurrent(context) !== undefined,
  hasEditable: (context) => findEditable(context) !== undefined,
  hasEditableSelection: (context) => listEditable(context).length > 0,
  canMerge: (context) => listToMerge(context).length > 1,
  // What is being typed becomes an edit first.
  canUndo: ({ document, editing }) =>
    document.getState().history.undo !== undefined || editing.getState().hasUnsaved(),
  canRedo: ({ document }) => document.getState().history.redo !== undefined,
  canLoop: (context) =>
    context.player.store.getState().loop !== undefined || findCurrent(context) !== undefined,
  hasGoingJobs: ({ jobs }) => listGoingJobs(jobs).length > 0,
  hasPausedJobs: ({ jobs }) => listPausedJobs(jobs).length > 0,
  hasSource: ({ document }) => document.getState().project?.source?.name !== undefined,
  hasNativeDialogs: ({ host }) => host.hasNativeDialogs,
};

/** Whether a condition of a command holds now. */
export function evaluateCondition(condition: Condition, context: CommandContext): boolean {
  return tests[condition](context);
}
