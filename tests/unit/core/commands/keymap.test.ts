import { commandSpecs } from '@core/commands/command-specs';
import { commandKeys, getShortcuts } from '@core/commands/command-keys';
import { defaultKeymap } from '@core/commands/default-keymap';
import { findKeyConflicts, mergeKeymaps } from '@core/commands/keymap';
import { describe, expect, it } from 'vitest';

describe('the keys that hold', () => {
  it('are those of the usual layer, in the order of the menus', () => {
    expect([...commandKeys.keys()]).toEqual(commandSpecs.map(({ id }) => id));
    const withKeys = [...commandKeys].filter(([, shortcuts]) => shortcuts.length > 0);
    expect(Object.fromEntries(withKeys)).toEqual(defaultKeymap);
    expect(getShortcuts('edit.redo')).toEqual(['Mod+Shift+Z', 'Mod+Y']);
    expect(getShortcuts('view.theme')).toEqual([]);
  });

  it('belong to one command each', () => {
    expect(findKeyConflicts(commandKeys)).toEqual([]);
  });

  it('of two commands are found', () => {
    const keys = mergeKeymaps([{ 'edit.split': ['Mod+D', 'F8'], 'edit.merge': ['Mod+D'] }]);
    expect(findKeyConflicts(keys)).toEqual([
      { shortcut: 'Mod+D', commandIds: ['edit.split', 'edit.merge'] },
    ]);
  });

  it('named twice by one command are found', () => {
    const keys = mergeKeymaps([{ 'edit.split': ['F8', 'F8'] }]);
    expect(findKeyConflicts(keys)).toEqual([
      { shortcut: 'F8', commandIds: ['edit.split', 'edit.split'] },
    ]);
  });
});

describe('a layer over another', () => {
  const below = { 'edit.split': ['Mod+D', 'F8'], 'edit.merge': ['Mod+J'] } as const;

  it('says of a command what it says, and leaves the others', () => {
    const keys = mergeKeymaps([below, { 'edit.merge': ['F9'] }]);
    expect(keys.get('edit.split')).toEqual(['Mod+D', 'F8']);
    expect(keys.get('edit.merge')).toEqual(['F9']);
  });

  it('takes keys away by an empty list', () => {
    expect(mergeKeymaps([below, { 'edit.split': [] }]).get('edit.split')).toEqual([]);
  });

  it('takes a key from the command that had it below', () => {
    const keys = mergeKeymaps([below, { 'edit.insert': ['Mod+D'] }]);
    expect(keys.get('edit.insert')).toEqual(['Mod+D']);
    expect(keys.get('edit.split')).toEqual(['F8']);
    expect(findKeyConflicts(keys)).toEqual([]);
  });

  it('lets two commands exchange their keys', () => {
    const keys = mergeKeymaps([below, { 'edit.split': ['Mod+J'], 'edit.merge': ['Mod+D'] }]);
    expect(keys.get('edit.split')).toEqual(['Mod+J']);
    expect(keys.get('edit.merge')).toEqual(['Mod+D']);
  });
});
