import type { MessageKey } from '../messages/catalogue';

/**
 * A shortcut: modifiers `Mod` (⌘ on a Mac, Ctrl elsewhere), `Alt`, `Shift`, then the key by the name
 * that `KeyboardEvent.key` gives it, letters in upper case, `Space` for the blank.
 */
export type Shortcut = string;

export type CommandMenu = 'file' | 'edit' | 'play' | 'view' | 'help';

interface Spec {
  readonly menu: CommandMenu;
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
  'file.open': { menu: 'file', shortcuts: ['Mod+O'] },
  'file.openAddress': { menu: 'file', shortcuts: ['Mod+Shift+O'] },
  'file.transcribe': { menu: 'file', shortcuts: ['Alt+T'], beginsGroup: true },
  'file.pauseJobs': { menu: 'file', shortcuts: [] },
  'file.resumeJobs': { menu: 'file', shortcuts: [] },
  'file.export': { menu: 'file', shortcuts: ['Mod+E'] },
  'file.saveCopy': { menu: 'file', shortcuts: ['Mod+Shift+S'] },
  'file.reveal': { menu: 'file', shortcuts: [] },
  'file.close': { menu: 'file', shortcuts: [], beginsGroup: true },
  'file.settings': { menu: 'file', shortcuts: ['Mod+,'], beginsGroup: true },
  'edit.undo': { menu: 'edit', shortcuts: ['Mod+Z'] },
  'edit.redo': { menu: 'edit', shortcuts: ['Mod+Shift+Z', 'Mod+Y'] },
  'edit.text': { menu: 'edit', shortcuts: ['Enter', 'F2'], beginsGroup: true },
  'edit.setBegin': { menu: 'edit', shortcuts: ['I'] },
  'edit.setEnd': { menu: 'edit', shortcuts: ['O'] },
  'edit.split': { menu: 'edit', shortcuts: ['Mod+Alt+V'] },
  'edit.merge': { menu: 'edit', shortcuts: ['Mod+Shift+M'] },
  'edit.insert': { menu: 'edit', shortcuts: ['Insert'] },
  'edit.remove': { menu: 'edit', shortcuts: ['Delete'] },
  'edit.setSpeaker': { menu: 'edit', shortcuts: ['Alt+S'] },
  'edit.realign': { menu: 'edit', shortcuts: ['Alt+A'] },
  'edit.selectAll': { menu: 'edit', shortcuts: ['Mod+A'], beginsGroup: true },
  'edit.find': { menu: 'edit', shortcuts: ['Mod+F'] },
  'play.toggle': { menu: 'play', shortcuts: ['Space', 'K'] },
  'play.sentence': { menu: 'play', shortcuts: ['R'] },
  'play.loop': { menu: 'play', shortcuts: ['Shift+L'] },
  'play.back': { menu: 'play', shortcuts: ['J'], beginsGroup: true },
  'play.forward': { menu: 'play', shortcuts: ['L'] },
  'play.secondBack': { menu: 'play', shortcuts: ['ArrowLeft'] },
  'play.secondForward': { menu: 'play', shortcuts: ['ArrowRight'] },
  'play.frameBack': { menu: 'play', shortcuts: [','] },
  'play.frameForward': { menu: 'play', shortcuts: ['.'] },
  'play.previousSentence': { menu: 'play', shortcuts: ['ArrowUp'] },
  'play.nextSentence': { menu: 'play', shortcuts: ['ArrowDown'] },
  'play.slower': { menu: 'play', shortcuts: ['['], beginsGroup: true },
  'play.faster': { menu: 'play', shortcuts: [']'] },
  'play.normalRate': { menu: 'play', shortcuts: ['\\'] },
  'play.louder': { menu: 'play', shortcuts: ['Mod+ArrowUp'], beginsGroup: true },
  'play.quieter': { menu: 'play', shortcuts: ['Mod+ArrowDown'] },
  'play.mute': { menu: 'play', shortcuts: ['M'] },
  'view.palette': { menu: 'view', shortcuts: ['Mod+K', 'Mod+Shift+P'] },
  'view.zoomIn': { menu: 'view', shortcuts: ['=', '+'], beginsGroup: true },
  'view.zoomOut': { menu: 'view', shortcuts: ['-'] },
  'view.zoomFit': { menu: 'view', shortcuts: ['0'] },
  'view.zoomSelection': { menu: 'view', shortcuts: ['Z'] },
  'view.follow': { menu: 'view', shortcuts: ['F'] },
  'view.media': { menu: 'view', shortcuts: ['Mod+1'], beginsGroup: true },
  'view.player': { menu: 'view', shortcuts: ['Mod+2'] },
  'view.waveform': { menu: 'view', shortcuts: ['Mod+3'] },
  'view.theme': { menu: 'view', shortcuts: [], beginsGroup: true },
  'view.language': { menu: 'view', shortcuts: [] },
  'help.shortcuts': { menu: 'help', shortcuts: ['?', 'F1'] },
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
