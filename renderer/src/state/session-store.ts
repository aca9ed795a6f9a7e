import type { ExportChoices } from '@contract/api';
import type { ChosenForm } from '@core/formats/text-form';
import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  changeSelection,
  type Selection,
  type SelectionOrder,
  type SelectionStep,
} from './change-selection';

export type OpenDialog =
  | 'transcribe'
  | 'export'
  | 'saveBack'
  | 'settings'
  | 'palette'
  | 'shortcuts'
  | 'speaker'
  | 'fixProblems'
  | 'address'
  | 'import'
  | 'imports'
  | 'recording';
/** Parts of the panel at the side. */
export type SidePart = 'projects' | 'problems';
export type SettingsSection = 'general' | 'cloud';

/** What the window shows of the document, apart from the document: no part of undo. */
export interface SessionState extends Selection {
  readonly filter: string;
  /** Ids in the order in which the person has the table sorted; undefined: as the document. */
  readonly tableOrder: readonly string[] | undefined;
  readonly dialog: OpenDialog | undefined;
  /** Id of the rule whose problems the dialog `fixProblems` mends; undefined: of every one. */
  readonly fixedRule: string | undefined;
  /** What the panel at the side shows. */
  readonly side: SidePart;
  /** Whether the list of problems is to take the focus as soon as it stands. */
  readonly wantsProblems: boolean;
  /** What the settings dialog shows; set it with `dialog` to open it right there. */
  readonly settingsSection: SettingsSection;
  /** Whether table and waveform scroll along; a scroll by hand suspends it until it is asked for. */
  readonly isFollowing: boolean;
  /** Zoom of the waveform; undefined: the whole recording fits. */
  readonly pixelsPerSecond: number | undefined;
  /** Begin of what the waveform shows. */
  readonly waveformBeginMs: number;
  /** Width of what the waveform shows, as it says itself; 0 while it is folded away. */
  readonly waveformWidthPx: number;
  /** First row of the table in sight. */
  readonly topSentenceId: string | undefined;
  /** How the project was exported last. */
  readonly exportChoices: ExportChoices | undefined;
  /** How the project was saved back last; undefined: as its file came. */
  readonly saveBackForm: ChosenForm | undefined;
  /** Asks the table to bring a row into sight; counts up, so that the same row can be asked twice. */
  readonly reveal: { readonly sentenceId: string; readonly count: number } | undefined;
  /** Asks the waveform to bring a time into sight, as {@link reveal}. */
  readonly revealTime: { readonly timeMs: number; readonly count: number } | undefined;

  /** A step of a person among what is shown. */
  changeSelection(step: SelectionStep, order: SelectionOrder): void;
  /** Selects exactly these, which are in the order of the document; the first is the current one. */
  select(ids: readonly string[], currentId?: string): void;
  /** Selects one sentence and brings it into sight in table and waveform. */
  goTo(sentenceId: string, beginMs: number): void;
  /** Brings a time into sight of the waveform. */
  showTime(timeMs: number): void;
  set(
    changes: Partial<
      Pick<
        SessionState,
        | 'filter'
        | 'tableOrder'
        | 'dialog'
        | 'fixedRule'
        | 'side'
        | 'wantsProblems'
        | 'settingsSection'
        | 'isFollowing'
        | 'pixelsPerSecond'
        | 'waveformBeginMs'
        | 'waveformWidthPx'
        | 'topSentenceId'
        | 'exportChoices'
        | 'saveBackForm'
      >
    >,
  ): void;
  /** For another project: nothing selected, whole recording in sight. */
  reset(): void;
}

export type SessionStore = StoreApi<SessionState>;

const fresh = {
  selectedIds: [],
  currentId: undefined,
  anchorId: undefined,
  filter: '',
  tableOrder: undefined,
  pixelsPerSecond: undefined,
  waveformBeginMs: 0,
  topSentenceId: undefined,
  exportChoices: undefined,
  saveBackForm: undefined,
  reveal: undefined,
  revealTime: undefined,
} as const;

/** For steps that name what they select. */
const nothingShown: SelectionOrder = { shownIds: [], documentIds: [] };

export function createSessionStore(): SessionStore {
  return createStore<SessionState>()((set, get) => ({
    ...fresh,
    dialog: undefined,
    fixedRule: undefined,
    side: 'projects',
    wantsProblems: false,
    settingsSection: 'general',
    isFollowing: true,
    waveformWidthPx: 0,
    changeSelection: (step, order) => set(changeSelection(get(), step, order)),
    select: (ids, currentId) =>
      set(changeSelection(get(), { kind: 'these', ids, currentId }, nothingShown)),
    goTo: (sentenceId, timeMs) => {
      const { reveal, revealTime } = get();
      const count = Math.max(reveal?.count ?? 0, revealTime?.count ?? 0) + 1;
      set({
        ...changeSelection(get(), { kind: 'one', id: sentenceId }, nothingShown),
        reveal: { sentenceId, count },
        revealTime: { timeMs, count },
      });
    },
    showTime: (timeMs) =>
      set({ revealTime: { timeMs, count: (get().revealTime?.count ?? 0) + 1 } }),
    set: (changes) => set(changes),
    reset: () => set(fresh),
  }));
}
