import type { Sentence } from '@core/transcript/sentence';
import { goToSentence } from '../state/go-to-sentence';
import { mendProblem } from '../state/mend-problem';
import type { CommandContext, SomeCommands } from './command';
import { findEditable, listRows } from './selection';

/** Commands about what breaks the rules of the document's profile [WN10]. */
export function createProblemCommands(context: CommandContext) {
  const { notices, player, problems, session } = context;
  const hint = (key: Parameters<ReturnType<typeof notices.getState>['hint']>[0]): void =>
    notices.getState().hint(key);

  /** The rows from the current one on, or the playhead's where none is current, once round. */
  const listFromHere = (direction: -1 | 1): readonly { row: Sentence; hasWrapped: boolean }[] => {
    const rows = listRows(context);
    const { currentId } = session.getState();
    const at = rows.findIndex(({ id }) => id === currentId);
    const later = rows.findIndex(({ beginMs }) => beginMs >= player.positionMs);
    const place = later === -1 ? rows.length : later;
    // What stands at the place itself is passed only where it is the current row.
    const [before, after] = at === -1 ? [place, place] : [at, at + 1];
    const onward = rows.slice(after).map((row) => ({ row, hasWrapped: false }));
    const around = rows.slice(0, before).map((row) => ({ row, hasWrapped: true }));
    if (direction === 1) return [...onward, ...around, ...own(rows[at])];
    const back = around.map(({ row }) => ({ row, hasWrapped: false })).toReversed();
    const rest = onward.map(({ row }) => ({ row, hasWrapped: true })).toReversed();
    return [...back, ...rest, ...own(rows[at])];
  };

  const walk = (direction: -1 | 1): void => {
    problems.getState().refresh();
    const { found } = problems.getState();
    if (found === undefined) {
      hint('problems.notChecked');
      return;
    }
    const next = listFromHere(direction).find(({ row }) => found.byCue.has(row.id));
    if (next === undefined) {
      hint(found.list.length === 0 ? 'problems.noneLeft' : 'problems.hidden');
      return;
    }
    goToSentence(context, next.row);
    if (next.hasWrapped) {
      hint(direction === 1 ? 'problems.wrappedToFirst' : 'problems.wrappedToLast');
    }
  };

  const mendCurrent = (): void => {
    problems.getState().refresh();
    const current = findEditable(context);
    const own = problems.getState().found?.byCue.get(current?.id ?? '') ?? [];
    if (own.some((problem) => mendProblem(context, problem))) return;
    hint(own.length === 0 ? 'problems.noneHere' : 'problems.notMendable');
  };

  return {
    'edit.nextProblem': () => walk(1),
    'edit.previousProblem': () => walk(-1),
    'edit.fixProblem': mendCurrent,
    'edit.fixProblems': () => {
      problems.getState().refresh();
      session.getState().set({ dialog: 'fixProblems', fixedRule: undefined });
    },
  } satisfies SomeCommands;
}

function own(row: Sentence | undefined): readonly { row: Sentence; hasWrapped: boolean }[] {
  return row === undefined ? [] : [{ row, hasWrapped: true }];
}
