import type { MessageKey } from '../messages/catalogue';

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
  /** A line above it in its menu. */
  readonly beginsGroup?: true;
}

/**
 * Every action of the window, in the order of the menus. Native menus, the window's own menus, the
 * keys, the palette and the help sheet all read this table. Its keys stand in a keymap, and what it
 * does and when it can run is said in the renderer, both under the same id.
 */
const specs = {
  'file.open': { menu: 'file', whileTyping: 'commit' },
  'file.openAddress': { menu: 'file', whileTyping: 'commit' },
  'file.transcribe': { menu: 'file', whileTyping: 'commit', beginsGroup: true },
  'file.pauseJobs': { menu: 'file', whileTyping: 'keep' },
  'file.resumeJobs': { menu: 'file', whileTyping: 'keep' },
  'file.export': { menu: 'file', whileTyping: 'commit' },
  'file.saveCopy': { menu: 'file', whileTyping: 'commit' },
  'file.reveal': { menu: 'file', whileTyping: 'keep' },
  'file.close': { menu: 'file', whileTyping: 'commit', beginsGroup: true },
  'file.settings': { menu: 'file', whileTyping: 'keep', beginsGroup: true },
  'edit.undo': { menu: 'edit', whileTyping: 'commit' },
  'edit.redo': { menu: 'edit', whileTyping: 'commit' },
  'edit.text': { menu: 'edit', whileTyping: 'keep', beginsGroup: true },
  'edit.setBegin': { menu: 'edit', whileTyping: 'keep' },
  'edit.setEnd': { menu: 'edit', whileTyping: 'keep' },
  'edit.split': { menu: 'edit', whileTyping: 'own' },
  'edit.merge': { menu: 'edit', whileTyping: 'own' },
  'edit.insert': { menu: 'edit', whileTyping: 'commit' },
  'edit.remove': { menu: 'edit', whileTyping: 'commit' },
  'edit.setSpeaker': { menu: 'edit', whileTyping: 'commit' },
  'edit.realign': { menu: 'edit', whileTyping: 'commit' },
  'edit.selectAll': { menu: 'edit', whileTyping: 'commit', beginsGroup: true },
  'edit.find': { menu: 'edit', whileTyping: 'commit' },
  'play.toggle': { menu: 'play', whileTyping: 'keep' },
  'play.sentence': { menu: 'play', whileTyping: 'keep' },
  'play.loop': { menu: 'play', whileTyping: 'keep' },
  'play.back': { menu: 'play', whileTyping: 'keep', beginsGroup: true },
  'play.forward': { menu: 'play', whileTyping: 'keep' },
  'play.secondBack': { menu: 'play', whileTyping: 'keep' },
  'play.secondForward': { menu: 'play', whileTyping: 'keep' },
  'play.frameBack': { menu: 'play', whileTyping: 'keep' },
  'play.frameForward': { menu: 'play', whileTyping: 'keep' },
  'play.previousSentence': { menu: 'play', whileTyping: 'commit' },
  'play.nextSentence': { menu: 'play', whileTyping: 'commit' },
  'play.slower': { menu: 'play', whileTyping: 'keep', beginsGroup: true },
  'play.faster': { menu: 'play', whileTyping: 'keep' },
  'play.normalRate': { menu: 'play', whileTyping: 'keep' },
  'play.louder': { menu: 'play', whileTyping: 'keep', beginsGroup: true },
  'play.quieter': { menu: 'play', whileTyping: 'keep' },
  'play.mute': { menu: 'play', whileTyping: 'keep' },
  'view.palette': { menu: 'view', whileTyping: 'keep' },
  'view.zoomIn': { menu: 'view', whileTyping: 'keep', beginsGroup: true },
  'view.zoomOut': { menu: 'view', whileTyping: 'keep' },
  'view.zoomFit': { menu: 'view', whileTyping: 'keep' },
  'view.zoomSelection': { menu: 'view', whileTyping: 'keep' },
  'view.follow': { menu: 'view', whileTyping: 'keep' },
  'view.media': { menu: 'view', whileTyping: 'keep', beginsGroup: true },
  'view.player': { menu: 'view', whileTyping: 'keep' },
  'view.waveform': { menu: 'view', whileTyping: 'keep' },
  'view.theme': { menu: 'view', whileTyping: 'keep', beginsGroup: true },
  'view.language': { menu: 'view', whileTyping: 'keep' },
  'help.shortcuts': { menu: 'help', whileTyping: 'keep' },
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
