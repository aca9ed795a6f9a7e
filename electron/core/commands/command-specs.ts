import type { MessageKey } from '../messages/catalogue';
import type { Condition } from './conditions';

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
  /** All of them have to hold for it to run; absent: it always can. */
  readonly when?: readonly Condition[];
  /** A line above it in its menu. */
  readonly beginsGroup?: true;
}

/**
 * Every action of the window, in the order of the menus. Native menus, the window's own menus, the
 * keys, the palette and the help sheet all read this table. Its keys stand in a keymap, and what it
 * does is said in the renderer, both under the same id.
 */
const specs = {
  'file.open': { menu: 'file', whileTyping: 'commit' },
  'file.openAddress': { menu: 'file', whileTyping: 'commit' },
  'file.import': { menu: 'file', when: ['hasProject'], whileTyping: 'commit' },
  'file.imports': { menu: 'file', when: ['hasProject'], whileTyping: 'commit' },
  'file.transcribe': {
    menu: 'file',
    when: ['hasProject'],
    whileTyping: 'commit',
    beginsGroup: true,
  },
  'file.pauseJobs': { menu: 'file', when: ['hasGoingJobs'], whileTyping: 'keep' },
  'file.resumeJobs': { menu: 'file', when: ['hasPausedJobs'], whileTyping: 'keep' },
  'file.export': { menu: 'file', when: ['hasSentences'], whileTyping: 'commit' },
  'file.saveBack': { menu: 'file', when: ['hasSource'], whileTyping: 'commit' },
  'file.saveBackAs': { menu: 'file', when: ['hasSource'], whileTyping: 'commit' },
  'file.saveCopy': { menu: 'file', when: ['hasProject'], whileTyping: 'commit' },
  'file.recording': { menu: 'file', when: ['hasRecording'], whileTyping: 'commit' },
  'file.reveal': { menu: 'file', when: ['hasNativeDialogs', 'hasRecording'], whileTyping: 'keep' },
  'file.close': { menu: 'file', when: ['hasProject'], whileTyping: 'commit', beginsGroup: true },
  'file.settings': { menu: 'file', whileTyping: 'keep', beginsGroup: true },
  'edit.undo': { menu: 'edit', when: ['canUndo'], whileTyping: 'commit' },
  'edit.redo': { menu: 'edit', when: ['canRedo'], whileTyping: 'commit' },
  'edit.text': { menu: 'edit', when: ['hasEditable'], whileTyping: 'keep', beginsGroup: true },
  'edit.setBegin': { menu: 'edit', when: ['hasEditable'], whileTyping: 'keep' },
  'edit.setEnd': { menu: 'edit', when: ['hasEditable'], whileTyping: 'keep' },
  'edit.split': { menu: 'edit', when: ['hasEditable'], whileTyping: 'own' },
  'edit.merge': { menu: 'edit', when: ['canMerge'], whileTyping: 'own' },
  'edit.insert': { menu: 'edit', when: ['hasProject'], whileTyping: 'commit' },
  'edit.remove': { menu: 'edit', when: ['hasEditableSelection'], whileTyping: 'commit' },
  'edit.setSpeaker': { menu: 'edit', when: ['hasEditableSelection'], whileTyping: 'commit' },
  'edit.realign': { menu: 'edit', when: ['hasProject', 'hasShown'], whileTyping: 'commit' },
  'edit.selectAll': { menu: 'edit', when: ['hasShown'], whileTyping: 'commit', beginsGroup: true },
  'edit.find': { menu: 'edit', when: ['hasProject'], whileTyping: 'commit' },
  'edit.nextProblem': {
    menu: 'edit',
    when: ['hasSentences'],
    whileTyping: 'commit',
    beginsGroup: true,
  },
  'edit.previousProblem': { menu: 'edit', when: ['hasSentences'], whileTyping: 'commit' },
  'edit.fixProblem': { menu: 'edit', when: ['hasEditable'], whileTyping: 'commit' },
  'edit.fixProblems': { menu: 'edit', when: ['hasSentences'], whileTyping: 'commit' },
  'play.toggle': { menu: 'play', when: ['hasRecording'], whileTyping: 'keep' },
  'play.sentence': { menu: 'play', when: ['hasRecording', 'hasCurrent'], whileTyping: 'keep' },
  'play.loop': { menu: 'play', when: ['hasRecording', 'canLoop'], whileTyping: 'keep' },
  'play.back': { menu: 'play', when: ['hasRecording'], whileTyping: 'keep', beginsGroup: true },
  'play.forward': { menu: 'play', when: ['hasRecording'], whileTyping: 'keep' },
  'play.secondBack': { menu: 'play', when: ['hasRecording'], whileTyping: 'keep' },
  'play.secondForward': { menu: 'play', when: ['hasRecording'], whileTyping: 'keep' },
  'play.frameBack': { menu: 'play', when: ['hasRecording'], whileTyping: 'keep' },
  'play.frameForward': { menu: 'play', when: ['hasRecording'], whileTyping: 'keep' },
  'play.previousSentence': { menu: 'play', when: ['hasProject'], whileTyping: 'commit' },
  'play.nextSentence': { menu: 'play', when: ['hasProject'], whileTyping: 'commit' },
  'play.slower': { menu: 'play', when: ['hasRecording'], whileTyping: 'keep', beginsGroup: true },
  'play.faster': { menu: 'play', when: ['hasRecording'], whileTyping: 'keep' },
  'play.normalRate': { menu: 'play', when: ['hasRecording'], whileTyping: 'keep' },
  'play.louder': { menu: 'play', when: ['hasRecording'], whileTyping: 'keep', beginsGroup: true },
  'play.quieter': { menu: 'play', when: ['hasRecording'], whileTyping: 'keep' },
  'play.mute': { menu: 'play', when: ['hasRecording'], whileTyping: 'keep' },
  'view.palette': { menu: 'view', whileTyping: 'keep' },
  'view.zoomIn': { menu: 'view', when: ['hasProject'], whileTyping: 'keep', beginsGroup: true },
  'view.zoomOut': { menu: 'view', when: ['hasProject'], whileTyping: 'keep' },
  'view.zoomFit': { menu: 'view', when: ['hasProject'], whileTyping: 'keep' },
  'view.zoomSelection': { menu: 'view', when: ['hasCurrent'], whileTyping: 'keep' },
  'view.follow': { menu: 'view', when: ['hasProject'], whileTyping: 'keep' },
  'view.media': { menu: 'view', when: ['hasProject'], whileTyping: 'keep', beginsGroup: true },
  'view.problems': { menu: 'view', when: ['hasProject'], whileTyping: 'keep' },
  'view.player': { menu: 'view', when: ['hasProject'], whileTyping: 'keep' },
  'view.waveform': { menu: 'view', when: ['hasProject'], whileTyping: 'keep' },
  'view.theme': { menu: 'view', whileTyping: 'keep', beginsGroup: true },
  'view.language': { menu: 'view', whileTyping: 'keep' },
  'help.shortcuts': { menu: 'help', whileTyping: 'keep' },
} as const satisfies Readonly<Record<string, Spec>>;

export type CommandId = keyof typeof specs;

export interface CommandSpec extends Spec {
  readonly when: readonly Condition[];
  readonly id: CommandId;
  readonly label: MessageKey;
}

export const commandSpecs: readonly CommandSpec[] = Object.entries(specs).map(([id, spec]) => ({
  when: [],
  ...(spec as Spec),
  id: id as CommandId,
  label: `command.${id as CommandId}`,
}));

const byId = new Map(commandSpecs.map((spec) => [spec.id, spec]));

export function getCommandSpec(id: CommandId): CommandSpec {
  return byId.get(id)!;
}
