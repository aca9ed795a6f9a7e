/**
 * What has to hold for a command to run, by name: the window says in one place which of them hold
 * now, and a command names all that it needs.
 */
export const conditions = [
  /** A project is open. */
  'hasProject',
  /** A project is open whose recording was chosen, whether or not it is where it was. */
  'hasRecording',
  /** The open project has sentences. */
  'hasSentences',
  /** The filter lets a sentence pass. */
  'hasShown',
  /** A sentence is the current one, shown or not. */
  'hasCurrent',
  /** The current sentence may be changed: a row that the filter hides is never edited. */
  'hasEditable',
  /** As `hasEditable`, of the selection. */
  'hasEditableSelection',
  /** There is something to merge the selection with. */
  'canMerge',
  'canUndo',
  'canRedo',
  /** There is a sentence to loop, or a loop to end. */
  'canLoop',
  /** A job waits or runs. */
  'hasGoingJobs',
  'hasPausedJobs',
  /** The host can show a file where it lies. */
  'hasNativeDialogs',
  /** The text of the open project came from a file, which may be on another computer. */
  'hasSource',
] as const;

export type Condition = (typeof conditions)[number];
