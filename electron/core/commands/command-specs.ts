import type { MessageKey } from '../messages/catalogue';

/**
 * A shortcut: modifiers `Mod` (⌘ on a Mac, Ctrl elsewhere), `Alt`, `Shift`, then the key by the name
 * that `KeyboardEvent.key` gives it, letters in upper case, `Space` for the blank.
 */
export type Shortcut = string;

export type CommandMenu = 'file' | 'edit' | 'play' | 'view' | 'help';

/**
 * What becomes of a text that is being typed when a command runs: `keep`, it stays in its field;
 * `commit`, it becomes an edit first, and where that cannot be, the command does not run; `own`, the
 * command works on what is being typed itself.
 */
export type WhileTyping = 'keep' | 'commit' | 'own';

interface Spec {
  readonly menu: CommandMenu;
  readonly whileTyping: WhileTyping;
  /** The first is shown; all of them work. */
  readonly shortcuts: readonly Shortcut[];
  /** A line above it in its menu. */
  readonly beginsGroup?: true;
}

/**
 * Every action of the window, in the order of the menus. Native menus, the window's own menus, the
 * keys, the palette and the help sheet all read this table; what a command does and when it can
 * run is said in the renderer, under the same id.
 */
const specs = {
  'file.open': { menu: 'file', whileTyping: 'commit', shortcuts: ['Mod+O'] },
  'file.openAddress': { menu: 'file', whileTyping: 'commit', shortcuts: ['Mod+Shift+O'] },
  'file.transcribe': {
    menu: 'file',
    whileTyping: 'commit',
    shortcuts: ['Alt+T'],
    beginsGroup: true,
  },
  'file.pauseJobs': { menu: 'file', whileTyping: 'keep', shortcuts: [] },
  'file.resumeJobs': { menu: 'file', whileTyping: 'keep', shortcuts: [] },
  'file.export': { menu: 'file', whileTyping: 'commit', shortcuts: ['Mod+E'] },
  'file.saveCopy': { menu: 'file', whileTyping: 'commit', shortcuts: ['Mod+Shift+S'] },
  'file.reveal': { menu: 'file', whileTyping: 'keep', shortcuts: [] },
  'file.close': { menu: 'file', whileTyping: 'commit', shortcuts: [], beginsGroup: true },
  'file.settings': { menu: 'file', whileTyping: 'keep', shortcuts: ['Mod+,'], beginsGroup: true },
  'edit.undo': { menu: 'edit', whileTyping: 'commit', shortcuts: ['Mod+Z'] },
  'edit.redo': { menu: 'edit', whileTyping: 'commit', shortcuts: ['Mod+Shift+Z', 'Mod+Y'] },
  'edit.text': { menu: 'edit', whileTyping: 'keep', shortcuts: ['Enter', 'F2'], beginsGroup: true },
  'edit.setBegin': { menu: 'edit', whileTyping: 'keep', shortcuts: ['I'] },
  'edit.setEnd': { menu: 'edit', whileTyping: 'keep', shortcuts: ['O'] },
  'edit.split': { menu: 'edit', whileTyping: 'own', shortcuts: ['Mod+Alt+V'] },
  'edit.merge': { menu: 'edit', whileTyping: 'own', shortcuts: ['Mod+Shift+M'] },
  'edit.insert': { menu: 'edit', whileTyping: 'commit', shortcuts: ['Insert'] },
  'edit.remove': { menu: 'edit', whileTyping: 'commit', shortcuts: ['Delete'] },
  'edit.setSpeaker': { menu: 'edit', whileTyping: 'commit', shortcuts: ['Alt+S'] },
  'edit.realign': { menu: 'edit', whileTyping: 'commit', shortcuts: ['Alt+A'] },
  'edit.selectAll': {
    menu: 'edit',
    whileTyping: 'commit',
    shortcuts: ['Mod+A'],
    beginsGroup: true,
  },
  'edit.find': { menu: 'edit', whileTyping: 'commit', shortcuts: ['Mod+F'] },
  'play.toggle': { menu: 'play', whileTyping: 'keep', shortcuts: ['Space', 'K'] },
  'play.sentence': { menu: 'play', whileTyping: 'keep', shortcuts: ['R'] },
  'play.loop': { menu: 'play', whileTyping: 'keep', shortcuts: ['Shift+L'] },
  'play.back': { menu: 'play', whileTyping: 'keep', shortcuts: ['J'], beginsGroup: true },
  'play.forward': { menu: 'play', whileTyping: 'keep', shortcuts: ['L'] },
  'play.secondBack': { menu: 'play', whileTyping: 'keep', shortcuts: ['ArrowLeft'] },
  'play.secondForward': { menu: 'play', whileTyping: 'keep', shortcuts: ['ArrowRight'] },
  'play.frameBack': { menu: 'play', whileTyping: 'keep', shortcuts: [','] },
  'play.frameForward': { menu: 'play', whileTyping: 'keep', shortcuts: ['.'] },
  'play.previousSentence': { menu: 'play', whileTyping: 'commit', shortcuts: ['ArrowUp'] },
  'play.nextSentence': { menu: 'play', whileTyping: 'commit', shortcuts: ['ArrowDown'] },
  'play.slower': { menu: 'play', whileTyping: 'keep', shortcuts: ['['], beginsGroup: true },
  'play.faster': { menu: 'play', whileTyping: 'keep', shortcuts: [']'] },
  'play.normalRate': { menu: 'play', whileTyping: 'keep', shortcuts: ['\\'] },
  'play.louder': {
    menu: 'play',
    whileTyping: 'keep',
    shortcuts: ['Mod+ArrowUp'],
    beginsGroup: true,
  },
  'play.quieter': { menu: 'play', whileTyping: 'keep', shortcuts: ['Mod+ArrowDown'] },
  'play.mute': { menu: 'play', whileTyping: 'keep', shortcuts: ['M'] },
  'view.palette': { menu: 'view', whileTyping: 'keep', shortcuts: ['Mod+K', 'Mod+Shift+P'] },
  'view.zoomIn': { menu: 'view', whileTyping: 'keep', shortcuts: ['=', '+'], beginsGroup: true },
  'view.zoomOut': { menu: 'view', whileTyping: 'keep', shortcuts: ['-'] },
  'view.zoomFit': { menu: 'view', whileTyping: 'keep', shortcuts: ['0'] },
  'view.zoomSelection': { menu: 'view', whileTyping: 'keep', shortcuts: ['Z'] },
  'view.follow': { menu: 'view', whileTyping: 'keep', shortcuts: ['F'] },
  'view.media': { menu: 'view', whileTyping: 'keep', shortcuts: ['Mod+1'], beginsGroup: true },
  'view.player': { menu: 'view', whileTyping: 'keep', shortcuts: ['Mod+2'] },
  'view.waveform': { menu: 'view', whileTyping: 'keep', shortcuts: ['Mod+3'] },
  'view.theme': { menu: 'view', whileTyping: 'keep', shortcuts: [], beginsGroup: true },
  'view.language': { menu: 'view', whileTyping: 'keep', shortcuts: [] },
  'help.shortcuts': { menu: 'help', whileTyping: 'keep', shortcuts: ['?', 'F1'] },
} as const satisfies Readonly<Record<string, Spec>>;

export type CommandId = keyof typeof specs;

export interface CommandSpec extends Spec {
  readonly id: CommandId;
  readonly label: MessageKey;
}

export const commandSpecs: readonly CommandSpec[] = Object.entries(specs).map(([id, spec]) => ({
  ...(spec as Spec),
  id: id as CommandId,
  label: `command.${id as CommandId}`,
}));

const byId = new Map(commandSpecs.map((spec) => [spec.id, spec]));

export function getCommandSpec(id: CommandId): CommandSpec {
  return byId.get(id)!;
}
