/** What is selected of a document. */
export interface Selection {
  /** In the order of the document [WN6]: what works on neighbours needs it. */
  readonly selectedIds: readonly string[];
  /** The one that keys move from, and the inspector shows. */
  readonly currentId: string | undefined;
  /** Where a range begins: the last one that was chosen by itself. */
  readonly anchorId: string | undefined;
}

/** What a person, or an edit, does with the selection. */
export type SelectionStep =
  /** A plain click; what was selected is no longer. */
  | { readonly kind: 'one'; readonly id: string }
  /** Puts one in, or takes it out. */
  | { readonly kind: 'toggle'; readonly id: string }
  /** Everything shown from the anchor to this one, both included. */
  | { readonly kind: 'extend'; readonly id: string }
  /** A menu is about what is selected: one beside the selection becomes it. */
  | { readonly kind: 'menu'; readonly id: string }
  /** Everything that is shown. */
  | { readonly kind: 'all' }
  /** What an edit or another window says; the first is the current one unless another is named. */
  | {
      readonly kind: 'these';
      readonly ids: readonly string[];
      readonly currentId?: string | undefined;
    };

/** What there is to select. */
export interface SelectionOrder {
  /** What the filter lets pass, in the order in which it is shown. */
  readonly shownIds: readonly string[];
  /** Everything, in the order of the document. */
  readonly documentIds: readonly string[];
}

/** The selection after a step, the same for table, waveform and commands. */
export function changeSelection(
  before: Selection,
  step: SelectionStep,
  { shownIds, documentIds }: SelectionOrder,
): Selection {
  switch (step.kind) {
    case 'one':
      return { selectedIds: [step.id], currentId: step.id, anchorId: step.id };
    case 'these': {
      const [first] = step.ids;
      const currentId = step.currentId ?? first;
      return { selectedIds: step.ids, currentId, anchorId: currentId };
    }
    case 'toggle': {
      const { selectedIds } = before;
      const chosen = selectedIds.includes(step.id)
        ? selectedIds.filter((id) => id !== step.id)
        : [...selectedIds, step.id];
      return {
        selectedIds: inDocumentOrder(chosen, documentIds),
        currentId: step.id,
        anchorId: step.id,
      };
    }
    case 'extend': {
      const range = listRange(shownIds, before.anchorId, step.id);
      return {
        selectedIds: inDocumentOrder(range, documentIds),
        currentId: step.id,
        anchorId: before.anchorId ?? step.id,
      };
    }
    case 'menu':
      return before.selectedIds.includes(step.id)
        ? { ...before, currentId: step.id }
        : { selectedIds: [step.id], currentId: step.id, anchorId: step.id };
    case 'all': {
      const { currentId } = before;
      const isShown = currentId !== undefined && shownIds.includes(currentId);
      const nextId = isShown ? currentId : shownIds[0];
      return {
        selectedIds: inDocumentOrder(shownIds, documentIds),
        currentId: nextId,
        anchorId: nextId,
      };
    }
  }
}

/** Only the second where one of them is not shown. */
function listRange(
  shownIds: readonly string[],
  fromId: string | undefined,
  toId: string,
): readonly string[] {
  const to = shownIds.indexOf(toId);
  const from = fromId === undefined ? to : shownIds.indexOf(fromId);
  if (from === -1 || to === -1) return [toId];
  return shownIds.slice(Math.min(from, to), Math.max(from, to) + 1);
}

function inDocumentOrder(
  ids: readonly string[],
  documentIds: readonly string[],
): readonly string[] {
  if (ids.length < 2) return ids;
  const wanted = new Set(ids);
  return documentIds.filter((id) => wanted.has(id));
}
