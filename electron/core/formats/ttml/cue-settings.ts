/** Names of settings of a cue [RK15] that are no attributes of its paragraph. */
export const cueSettings = {
  /** Place of its division among the sections of that name, from 1; absent in the first one. */
  division: 'division',
  /** Before the names of attributes of the span that holds all of it. */
  span: 'span ',
  identifier: 'identifier',
  /** What is told of the paragraph, and its animations. */
  content: 'content',
  asWritten: 'asWritten',
} as const;
