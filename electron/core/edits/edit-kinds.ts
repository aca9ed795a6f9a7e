import type { EditKind } from './edit-kind';
import { addSentences } from './kinds/add-sentences';
import { fixCues } from './kinds/fix-cues';
import { importText } from './kinds/import-text';
import { insert } from './kinds/insert';
import { merge } from './kinds/merge';
import { realign } from './kinds/realign';
import { remove } from './kinds/remove';
import { setProperties } from './kinds/set-properties';
import { setSpeaker } from './kinds/set-speaker';
import { setText } from './kinds/set-text';
import { setTimes } from './kinds/set-times';
import { setWordTimes } from './kinds/set-word-times';
import { shift } from './kinds/shift';
import { split } from './kinds/split';

/** Every edit there is. A new one has its file in `kinds/`, its row here, its text and its test plan. */
export const editKinds = {
  setText,
  setTimes,
  setWordTimes,
  split,
  merge,
  remove,
  insert,
  setSpeaker,
  shift,
  realign,
  addSentences,
  importText,
  fixCues,
  setProperties,
} as const;

export type EditKindName = keyof typeof editKinds;

/** What an edit of a kind needs to be told. */
export type EditInput<Name extends EditKindName> =
  (typeof editKinds)[Name] extends EditKind<infer Input> ? Input : never;
