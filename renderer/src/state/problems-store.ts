import type { StudioClient } from '@contract/client';
import type { Project } from '@core/project-file/project';
import type { ChangedCue } from '@core/qc/changed-cues';
import type { CheckContext } from '@core/qc/check-rule';
import type { CheckedDocument, Checker, Problem } from '@core/qc/checker';
import type { RuleProfile } from '@core/qc/rule-profile';
import { finishSteps, type Steps } from '@core/steps';
import type { Sentence } from '@core/transcript/sentence';
import { createStore } from 'zustand/vanilla';
import type { DocumentStore } from './document-state';
import { isSameContext, makeCheckContext } from './make-check-context';
import type {
  FoundProblems,
  ProblemEngine,
  ProblemFilter,
  ProblemsState,
  ProblemsStore,
} from './problems-state';

export interface ProblemsStoreOptions {
  readonly client: StudioClient;
  readonly document: DocumentStore;
  /** Runs something when what was changed last stands on the screen. */
  readonly afterPaint: (run: () => void) => void;
}

/** Cues looked at in one step from scratch: a few milliseconds of work. */
const cuesPerStep = 500;

const noFilter: ProblemFilter = { severity: undefined, rule: undefined, search: '' };
const unknown = { profile: undefined, speedLimit: undefined, found: undefined } as const;

/** What a document is checked with, as long as profile and context stay. */
interface Bench {
  readonly profile: RuleProfile;
  readonly context: CheckContext;
  readonly checker: Checker;
  /** Whether it has seen a whole document. */
  isWarm: boolean;
}

/**
 * What is wrong with the open document by its profile of rules. It is looked at again whenever it was
 * changed, once the change is on the screen [WN10].
 */
export function createProblemsStore({
  client,
  document,
  afterPaint,
}: ProblemsStoreOptions): ProblemsStore {
  let loading: Promise<void> | undefined;
  let bench: Bench | undefined;
  /** A look that is under way. */
  let steps: Steps<void> | undefined;
  let isScheduled = false;
  let fixer: { readonly sentences: readonly Sentence[]; readonly find: FindFix } | undefined;
  /** Which profile suits a text is not asked again at each edit of it. */
  let guess: { readonly key: string; readonly profile: RuleProfile } | undefined;

  const store = createStore<ProblemsState>()((set, get) => {
    const findProfile = (engine: ProblemEngine, project: Project): RuleProfile | undefined => {
      const { profiles } = get();
      const chosen = profiles.find(({ id }) => id === project.rulesProfile);
      if (chosen !== undefined || profiles.length === 0) return chosen;
      const hasText = project.sentences.length > 0;
      const key = JSON.stringify([project.id, project.language, hasText]);
      if (guess?.key !== key || !profiles.includes(guess.profile)) {
        guess = { key, profile: engine.chooseProfile(profiles, project.language, project) };
      }
      return guess.profile;
    };

    /** The bench for a document as it is now; undefined where there is nothing to check by. */
    const setUp = (project: Project): Bench | undefined => {
      const { engine } = get();
      const profile = engine && findProfile(engine, project);
      if (engine === undefined || profile === undefined) return undefined;
      const context = makeCheckContext(project, profile);
      if (bench?.profile === profile && isSameContext(bench.context, context)) return bench;
      const checker = engine.makeChecker(profile, context);
      bench = { profile, context, checker, isWarm: false };
      fixer = undefined;
      if (get().profile !== profile) {
        set({ profile, speedLimit: engine.findSpeedLimit(profile) });
      }
      return bench;
    };

    const look = function* (): Steps<void> {
      const { project } = document.getState();
      const using = project && setUp(project);
      if (project === undefined || using === undefined) {
        if (get().found !== undefined) set(unknown);
        return;
      }
      const { sentences } = project;
      for (let end = cuesPerStep; !using.isWarm && end < sentences.length; end += cuesPerStep) {
        using.checker.check(sentences.slice(0, end));
        yield;
      }
      const checked = using.checker.check(sentences);
      using.isWarm = true;
      const found = summarise(checked, get().found);
      if (found !== get().found) set({ found });
    };

    const step = (): void => {
      isScheduled = false;
      if (get().engine === undefined) return;
      steps ??= look();
      if (steps.next().done === true) steps = undefined;
      else schedule();
    };

    const schedule = (): void => {
      if (isScheduled) return;
      isScheduled = true;
      afterPaint(step);
    };

    const readProfiles = async (): Promise<void> => {
      const [engine, profiles] = await Promise.all([
        import('./problem-engine'),
        client.call('rules.profiles', {}),
      ]);
      set({ engine, profiles });
      steps = undefined;
      schedule();
    };

    /** Without rules nothing is checked; they are asked for again with the next project. */
    const load = (): Promise<void> => {
      loading ??= readProfiles().catch(() => void (loading = undefined));
      return loading;
    };

    document.subscribe(({ project }, before) => {
      if (project === before.project) return;
      steps = undefined;
      if (project?.id !== before.project?.id) {
        set({ ...unknown, filter: noFilter });
        bench = undefined;
        fixer = undefined;
        if (project !== undefined) afterPaint(() => void load());
      }
      schedule();
    });

    return {
      ...unknown,
      engine: undefined,
      profiles: [],
      filter: noFilter,
      refresh: () => {
        if (get().engine === undefined) return;
        steps = undefined;
        finishSteps(look());
      },
      whenChecked: async () => {
        await load();
        get().refresh();
      },
      reload: async () => {
        loading = undefined;
        await load();
      },
      chooseProfile: (id) => {
        document.getState().edit({ kind: 'setProperties', properties: { rulesProfile: id } });
        get().refresh();
      },
      setFilter: (changes) => set({ filter: { ...get().filter, ...changes } }),
      findFix: (problem) => {
        const { project } = document.getState();
        const { engine } = get();
        // Asked while a list is drawn, which must change nothing: what is to come is looked at soon.
        const using = bench;
        if (project === undefined || using === undefined || engine === undefined) return [];
        const { sentences } = project;
        if (fixer?.sentences !== sentences) {
          const find = engine.makeProblemFixer(sentences, using.profile, using.context);
          fixer = { sentences, find: remember(find) };
        }
        return fixer.find(problem);
      },
      planFixes: function* ({ rule, way: wayId }) {
        const { project } = document.getState();
        const using = project && setUp(project);
        const { engine } = get();
        if (project === undefined || using === undefined || engine === undefined) return [];
        const { sentences } = project;
        const scope = rule === undefined ? {} : { rule };
        const row = rule === undefined ? undefined : engine.findCheckRule(rule);
        const way = row?.ways.find(({ id }) => id === wayId);
        const after =
          way === undefined
            ? (yield* engine.fixCuesInSteps(sentences, using.profile, using.context, scope))
                .sentences
            : way.mend(sentences);
        return engine.listChangedCues(sentences, after);
      },
      mend: (changes) => {
        const select = document.getState().edit({
          kind: 'fixCues',
          changed: changes.flatMap(({ after }) => after ?? []),
          removedIds: changes.flatMap(({ before, after }) =>
            after === undefined ? before.id : [],
          ),
        });
        get().refresh();
        return select;
      },
    };
  });
  return store;
}

type FindFix = (problem: Problem) => readonly ChangedCue[];

/** Whoever draws a list asks for the same again and again. */
function remember(find: FindFix): FindFix {
  const known = new WeakMap<Problem, readonly ChangedCue[]>();
  return (problem) => {
    let fix = known.get(problem);
    if (fix === undefined) {
      fix = find(problem);
      known.set(problem, fix);
    }
    return fix;
  };
}

/** The very same where nothing is other than before, so that nobody draws anything again. */
function summarise(checked: CheckedDocument, before: FoundProblems | undefined): FoundProblems {
  // In one go, without lists in between: it is done after every edit, of ten thousand cues as well.
  const list: Problem[] = [];
  const byCue = new Map<string, readonly Problem[]>();
  const errorIds = new Set<string>();
  let errorCount = 0;
  let isSame = before !== undefined;
  for (const problems of checked) {
    const [first] = problems;
    if (first === undefined) continue;
    byCue.set(first.cue, problems);
    for (const problem of problems) {
      isSame &&= before?.list[list.length] === problem;
      list.push(problem);
      if (problem.severity !== 'error') continue;
      errorCount++;
      errorIds.add(problem.cue);
    }
  }
  if (isSame && before !== undefined && before.list.length === list.length) return before;
  const counts = { error: errorCount, warning: list.length - errorCount };
  return { list, byCue, errorIds, counts };
}
