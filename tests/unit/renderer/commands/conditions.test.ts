import { commandSpecs, type CommandId } from '@core/commands/command-specs';
import { conditions } from '@core/commands/conditions';
import { describe, expect, it } from 'vitest';
import { evaluateCondition } from '../../../../renderer/src/commands/evaluate-condition';
import { makeSentence } from '../../core/transcript/build-transcript';
import { openTestWindow, type TestWindow } from '../open-test-window';

const two = [makeSentence('alpha one', 0, 1000), makeSentence('beta two', 1000, 2000)];

/** The conditions that hold in a window. */
function listHolding({ studio }: TestWindow): readonly string[] {
  return conditions.filter((condition) => evaluateCondition(condition, studio));
}

function listEnabled({ commands }: TestWindow): readonly CommandId[] {
  return commandSpecs.map(({ id }) => id).filter((id) => commands.isEnabled(id));
}

describe('the conditions of commands', () => {
  it('are each used by a command', () => {
    const used = new Set(commandSpecs.flatMap(({ when }) => when));
    expect(conditions.filter((condition) => !used.has(condition))).toEqual([]);
  });

  it('hold of an open project without sentences', async () => {
    expect(listHolding(await openTestWindow([]))).toEqual(['hasProject', 'hasRecording']);
  });

  it('hold of sentences of which none is selected', async () => {
    const window = await openTestWindow(two);
    expect(listHolding(window)).toEqual([
      ...['hasProject', 'hasRecording', 'hasSentences', 'hasShown'],
    ]);
  });

  it('hold of a sentence that is selected', async () => {
    const window = await openTestWindow(two);
    window.studio.session.getState().select(['s0']);
    expect(listHolding(window)).toEqual([
      ...['hasProject', 'hasRecording', 'hasSentences', 'hasShown', 'hasCurrent'],
      ...['hasEditable', 'hasEditableSelection', 'canMerge', 'canLoop'],
    ]);
  });

  it('hold of a selected sentence that the filter hides', async () => {
    const window = await openTestWindow(two);
    window.studio.session.getState().select(['s0']);
    window.studio.session.getState().set({ filter: 'beta' });
    expect(listHolding(window)).toEqual([
      ...['hasProject', 'hasRecording', 'hasSentences', 'hasShown', 'hasCurrent', 'canLoop'],
    ]);
  });

  it('let undo take back what is being typed', async () => {
    const window = await openTestWindow(two);
    window.studio.editing.getState().begin('s0');
    expect(listHolding(window)).not.toContain('canUndo');
    window.studio.editing.getState().change({ text: 'alpha 1' });
    expect(listHolding(window)).toContain('canUndo');
    window.commands.run('edit.undo');
    await window.settle();
    expect(listHolding(window)).toContain('canRedo');
  });

  it('all have to hold', async () => {
    const window = await openTestWindow(two);
    // This host has no dialogs of its own, though a project is open.
    expect(listEnabled(window)).toContain('file.saveCopy');
    expect(listEnabled(window)).not.toContain('file.reveal');
  });

  it('leave without a project what needs none', async () => {
    const window = await openTestWindow(two);
    window.studio.document.getState().close();
    expect(listEnabled(window)).toEqual([
      ...['file.open', 'file.openAddress', 'file.settings', 'view.palette', 'view.theme'],
      ...['view.language', 'help.shortcuts'],
    ]);
  });
});

describe('what a command is told', () => {
  it('is done instead of what it would choose', async () => {
    const { studio, commands } = await openTestWindow([]);
    commands.run('view.theme', { theme: 'dark' });
    expect(studio.settings.getState().settings.theme).toBe('dark');
    commands.run('view.theme');
    expect(studio.settings.getState().settings.theme).toBe('light');
    commands.run('view.language', { locale: 'zh-CN' });
    expect(studio.settings.getState().settings.locale).toBe('zh-CN');
    commands.run('view.language');
    expect(studio.settings.getState().settings.locale).toBe('en');
    commands.run('view.language', { locale: undefined });
    expect(studio.settings.getState().settings.locale).toBeUndefined();
  });
});
