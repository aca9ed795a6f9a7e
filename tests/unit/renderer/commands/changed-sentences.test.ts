import { type CommandId, commandSpecs } from '@core/commands/command-specs';
import type { Sentence } from '@core/transcript/sentence';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameSpeaker } from '../../../../renderer/src/commands/name-speaker';
import { matchesFilter } from '../../../../renderer/src/lib/match-filter';
import { makeSentence } from '../../core/transcript/build-transcript';
import { openTestWindow, type TestWindow } from '../open-test-window';

/** A state that a window can be in, and what is done in it. */
interface Plan {
  /** Of each sentence whether the filter lets it pass, and its channel. */
  readonly sentences: readonly { readonly passes: boolean; readonly channel: number }[];
  readonly isFiltered: boolean;
  /** Places that are clicked, with Ctrl from the second on: a second time takes one out again. */
  readonly clicked: readonly number[];
  readonly typedAt: number | undefined;
  readonly playheadMs: number;
  readonly steps: readonly Step[];
}

/** A command, and what a person does before it. */
interface Step {
  readonly command: CommandId;
  readonly selects: number | undefined;
  readonly isFiltered: boolean;
}

const place = fc.nat({ max: 5 });
/** All but two that ask the page, which there is none of here: for its field, and for its theme. */
const ids = commandSpecs
  .map(({ id }) => id)
  .filter((id) => id !== 'view.theme' && id !== 'edit.find');
const plans: fc.Arbitrary<Plan> = fc.record({
  sentences: fc.array(fc.record({ passes: fc.boolean(), channel: fc.nat({ max: 1 }) }), {
    minLength: 1,
    maxLength: 6,
  }),
  isFiltered: fc.boolean(),
  clicked: fc.array(place, { maxLength: 4 }),
  typedAt: fc.option(place, { nil: undefined, freq: 4 }),
  playheadMs: fc.nat({ max: 6000 }),
  steps: fc.array(
    fc.record({
      // Most commands change nothing, and undo what others did: those that edit come more often.
      command: fc.oneof(
        fc.constantFrom(...ids),
        fc.constantFrom(...ids.filter((id) => id.startsWith('edit.'))),
        fc.constantFrom<CommandId>('edit.undo', 'edit.remove', 'edit.merge', 'edit.setBegin'),
      ),
      selects: fc.option(place, { nil: undefined }),
      isFiltered: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  ),
});

async function arrange({ sentences, clicked, isFiltered, typedAt, playheadMs }: Plan) {
  const made = sentences.map(({ passes, channel }, index) => ({
    ...makeSentence(
      passes ? 'alpha beta gamma' : 'other words here',
      index * 1000,
      index * 1000 + 900,
    ),
    channel,
  }));
  const answers = { 'files.choose': () => [] };
  const window = await openTestWindow(made, { hasNativeDialogs: true, answers });
  const { session, editing, player } = window.studio;
  const documentIds = made.map(({ id }) => id);
  clicked
    .map((at) => made[at]?.id)
    .filter((id) => id !== undefined)
    .forEach((id, index) => {
      const kind = index === 0 ? 'one' : 'toggle';
      session.getState().changeSelection({ kind, id }, { shownIds: documentIds, documentIds });
    });
  if (isFiltered) session.getState().set({ filter: 'alpha' });
  player.seek(playheadMs);
  const typed = typedAt === undefined ? undefined : made[typedAt];
  if (typed !== undefined) {
    editing.getState().begin(typed.id);
    editing.getState().change({ text: 'typed alpha', selection: { begin: 5, end: 5 } });
  }
  return window;
}

/** Ids of those that were there before and are not as they were. */
function findChanged(before: readonly Sentence[], after: readonly Sentence[]): readonly string[] {
  const now = new Map(after.map((sentence) => [sentence.id, sentence]));
  return before.filter((sentence) => now.get(sentence.id) !== sentence).map(({ id }) => id);
}

/** What a person sees as meant: selected, typed in, or let pass by the filter. */
function listMeant({ studio }: TestWindow): ReadonlySet<string> {
  const { selectedIds, filter } = studio.session.getState();
  const sentences = studio.document.getState().project?.sentences ?? [];
  const shown = sentences.filter((sentence) => matchesFilter(sentence, filter));
  const typed = studio.editing.getState().typing?.sentenceId;
  return new Set([...selectedIds, ...shown.map(({ id }) => id), ...(typed ? [typed] : [])]);
}

describe('[WN7] what a command changes', () => {
  it('is selected, typed in or shown, whatever state the window is in', async () => {
    await fc.assert(
      fc.asyncProperty(plans, async (plan) => {
        const window = await arrange(plan);
        for (const { command: id, selects, isFiltered } of plan.steps) {
          const before = window.savedSentences();
          const { session } = window.studio;
          session.getState().set({ dialog: undefined, filter: isFiltered ? 'alpha' : '' });
          const selected = before[selects ?? -1];
          if (selected !== undefined) session.getState().select([selected.id]);
          const meant = listMeant(window);
          const callsBefore = window.calls.length;
          window.commands.run(id);
          await window.settle();
          const changed = findChanged(before, window.savedSentences());
          if (id === 'edit.undo' || id === 'edit.redo') {
            // Nobody sees beforehand what they change: it is seen afterwards.
            const there = new Set(window.savedSentences().map((sentence) => sentence.id));
            const left = changed.filter((each) => there.has(each));
            const { selectedIds, filter } = window.studio.session.getState();
            expect(selectedIds).toEqual(expect.arrayContaining(left));
            const shown = window.savedSentences().filter((one) => matchesFilter(one, filter));
            expect(shown.map((one) => one.id)).toEqual(expect.arrayContaining(left));
          } else {
            expect([...meant]).toEqual(expect.arrayContaining([...changed]));
          }
          for (const { name, input } of window.calls.slice(callsBefore)) {
            if (name !== 'jobs.start') continue;
            const all = window.savedSentences().map((sentence) => sentence.id);
            const { sentenceIds = all } = input as { readonly sentenceIds?: readonly string[] };
            expect([...meant]).toEqual(expect.arrayContaining([...sentenceIds]));
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('by naming a speaker is the same', async () => {
    await fc.assert(
      fc.asyncProperty(plans, async (plan) => {
        const window = await arrange(plan);
        const before = window.savedSentences();
        const meant = listMeant(window);
        nameSpeaker(window.studio, 'Ada');
        await window.settle();
        expect([...meant]).toEqual(
          expect.arrayContaining([...findChanged(before, window.savedSentences())]),
        );
      }),
      { numRuns: 30 },
    );
  });
});

const three = [
  makeSentence('alpha one', 0, 1000),
  makeSentence('beta two', 1000, 2000),
  makeSentence('alpha three', 2000, 3000),
];

describe('[WN7] a sentence that was taken out of the selection', () => {
  it.each(['edit.setBegin', 'edit.setEnd', 'edit.split'] as const)(
    '%s leaves it alone, though keys would move from it',
    async (command) => {
      const { studio, commands, savedSentences } = await openTestWindow(three);
      const order = { shownIds: ['s0', 's1000', 's2000'], documentIds: ['s0', 's1000', 's2000'] };
      const { session } = studio;
      session.getState().changeSelection({ kind: 'one', id: 's0' }, order);
      session.getState().changeSelection({ kind: 'toggle', id: 's1000' }, order);
      session.getState().changeSelection({ kind: 'toggle', id: 's1000' }, order);
      expect(studio.session.getState()).toMatchObject({ selectedIds: ['s0'], currentId: 's1000' });
      studio.player.seek(1500);
      expect(commands.run(command)).toBe(false);
      expect(savedSentences()).toEqual(three);
    },
  );
});

describe('[WN7] undo and redo', () => {
  it('bring what they change into sight, and lift a filter that hides it', async () => {
    const window = await openTestWindow(three);
    const { session, document } = window.studio;
    document.getState().edit({ kind: 'setText', sentenceId: 's1000', text: 'beta 2' });
    await window.settle();
    session.getState().select(['s0']);
    session.getState().set({ filter: 'alpha' });
    window.commands.run('edit.undo');
    await window.settle();
    expect(window.texts()[1]).toBe('beta two');
    expect(session.getState()).toMatchObject({
      filter: '',
      selectedIds: ['s1000'],
      reveal: { sentenceId: 's1000' },
    });
  });

  it('leave a filter that shows what they change', async () => {
    const window = await openTestWindow(three);
    const { session, document } = window.studio;
    document.getState().edit({ kind: 'remove', sentenceIds: ['s0', 's2000'] });
    await window.settle();
    session.getState().set({ filter: 'alpha' });
    window.commands.run('edit.undo');
    await window.settle();
    expect(session.getState()).toMatchObject({ filter: 'alpha', selectedIds: ['s0', 's2000'] });
  });

  it('leave alone who has selected something else meanwhile', async () => {
    const window = await openTestWindow(three);
    const { session, document } = window.studio;
    document.getState().edit({ kind: 'setText', sentenceId: 's1000', text: 'beta 2' });
    await window.settle();
    window.commands.run('edit.undo');
    window.commands.run('edit.selectAll');
    await window.settle();
    expect(session.getState().selectedIds).toEqual(['s0', 's1000', 's2000']);
  });

  it('asked for one right after the other select what the last one changed', async () => {
    const window = await openTestWindow(three);
    const { session, document } = window.studio;
    for (const sentenceId of ['s2000', 's1000']) {
      document.getState().edit({ kind: 'setText', sentenceId, text: 'changed' });
    }
    await window.settle();
    window.commands.run('edit.undo');
    window.commands.run('edit.undo');
    await window.settle();
    expect(window.texts()).toEqual(['alpha one', 'beta two', 'alpha three']);
    expect(session.getState().selectedIds).toEqual(['s2000']);
  });

  it('of another window select nothing here', async () => {
    const window = await openTestWindow(three);
    const beside = await window.openBeside();
    beside.studio.document.getState().edit({ kind: 'setText', sentenceId: 's1000', text: 'b' });
    await beside.settle();
    window.studio.session.getState().select(['s0']);
    beside.commands.run('edit.undo');
    await beside.settle();
    expect(window.texts()[1]).toBe('beta two');
    expect(window.studio.session.getState().selectedIds).toEqual(['s0']);
  });
});

describe('a table that a person sorted', () => {
  it('[WN9] is gone through in its order, and what follows a removed row is selected', async () => {
    const { studio, commands } = await openTestWindow(three);
    const { session, player } = studio;
    session.getState().set({ tableOrder: ['s1000', 's0', 's2000'] });
    session.getState().select(['s1000']);
    commands.run('play.nextSentence');
    expect(session.getState().currentId).toBe('s0');
    expect(player.positionMs).toBe(0);
    commands.run('play.previousSentence');
    commands.run('edit.remove');
    expect(session.getState().selectedIds).toEqual(['s0']);
  });
});

describe('the loop', () => {
  it('moves to another sentence, and ends on its own', async () => {
    const { studio, commands } = await openTestWindow(three);
    const { session, player } = studio;
    session.getState().select(['s0']);
    commands.run('play.loop');
    expect(player.store.getState().loop).toEqual({ beginMs: 0, endMs: 1000 });
    session.getState().select(['s2000']);
    commands.run('play.loop');
    expect(player.store.getState().loop).toEqual({ beginMs: 2000, endMs: 3000 });
    expect(player.positionMs).toBe(2000);
    commands.run('play.loop');
    expect(player.store.getState().loop).toBeUndefined();
  });

  it('ends on its own sentence, though that was moved since', async () => {
    const { studio, commands } = await openTestWindow(three);
    studio.session.getState().select(['s0']);
    commands.run('play.loop');
    studio.document
      .getState()
      .edit({ kind: 'setTimes', sentenceId: 's0', beginMs: 10, endMs: 900 });
    commands.run('play.loop');
    expect(studio.player.store.getState().loop).toBeUndefined();
  });

  it('ends where no sentence is selected', async () => {
    const { studio, commands } = await openTestWindow(three);
    studio.session.getState().select(['s0']);
    commands.run('play.loop');
    studio.session.getState().select([]);
    commands.run('play.loop');
    expect(studio.player.store.getState().loop).toBeUndefined();
  });
});
