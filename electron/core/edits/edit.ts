import { type EditInput, type EditKindName, editKinds } from './edit-kinds';

/** What a person (or a job) can do to a project. Times are whole ms, ids those of records. */
export type Edit = {
  readonly [Name in EditKindName]: { readonly kind: Name } & EditInput<Name>;
}[EditKindName];

/** How undo and redo name what no person did by an edit, but a job by its result. */
export const jobLabels = ['transcribe'] as const;

/** How undo and redo name an edit; `history/name-edit.ts` has the texts. */
export type EditLabel = (typeof editKinds)[EditKindName]['label'] | (typeof jobLabels)[number];

/** All of them, each once. */
export const editLabels: readonly EditLabel[] = [
  ...new Set([...Object.values(editKinds).map(({ label }) => label), ...jobLabels]),
];
