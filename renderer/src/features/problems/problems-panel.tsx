import { CircleCheck, ListFilter, MessageSquareText } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { Button } from '../../components/button';
import { EmptyState } from '../../components/empty-state';
import { Select } from '../../components/select';
import { Spinner } from '../../components/spinner';
import {
  useDocument,
  useLocale,
  useProblems,
  useSession,
  useStudio,
  useTexts,
} from '../../state/studio-context';
import { groupProblems, type ProblemGroup } from './list-problems';
import { ProblemFilterBar } from './problem-filter-bar';
import { ProblemList } from './problem-list';
import styles from './problems.module.css';

/** What breaks the rules of the document's profile, by rule, and the choice of the profile. */
export function ProblemsPanel(): React.JSX.Element {
  const panel = useRef<HTMLDivElement>(null);
  useWantedFocus(panel);
  return (
    <div ref={panel} className={styles.panel}>
      <ProfileChoice />
      <Content />
    </div>
  );
}

/** Whoever asked for the problems by key goes on with keys. */
function useWantedFocus(panel: React.RefObject<HTMLDivElement | null>): void {
  const { session } = useStudio();
  const isWanted = useSession((state) => state.wantsProblems);
  useEffect(() => {
    if (!isWanted) return;
    session.getState().set({ wantsProblems: false });
    const list = panel.current?.querySelector<HTMLElement>('[role="tree"]');
    (list ?? panel.current?.querySelector<HTMLElement>('[role="combobox"]'))?.focus();
  }, [isWanted, panel, session]);
}

function ProfileChoice(): React.JSX.Element | undefined {
  const t = useTexts();
  const { problems } = useStudio();
  const profiles = useProblems((state) => state.profiles);
  const profile = useProblems((state) => state.profile);
  if (profile === undefined) return undefined;
  return (
    <Select
      label={t('problems.profile')}
      value={profile.id}
      options={profiles.map(({ id, name }) => ({ value: id, label: t([name[0]!, name[1]!]) }))}
      onChange={(id) => problems.getState().chooseProfile(id)}
    />
  );
}

function Content(): React.JSX.Element {
  const t = useTexts();
  const { problems } = useStudio();
  const hasText = useDocument(({ project }) => (project?.sentences.length ?? 0) > 0);
  const profile = useProblems((state) => state.profile);
  const found = useProblems((state) => state.found);
  const groups = useGroups();
  if (!hasText) {
    return <EmptyState icon={<MessageSquareText />} title={t('problems.noText')} />;
  }
  if (found === undefined || profile === undefined) {
    return <EmptyState icon={<Spinner />} title={t('problems.checking')} />;
  }
  if (found.list.length === 0) {
    const name = t([profile.name[0]!, profile.name[1]!]);
    return (
      <EmptyState
        icon={<CircleCheck />}
        title={t('problems.clean')}
        text={t('problems.clean.by', { name })}
      />
    );
  }
  return (
    <>
      <ProblemFilterBar found={found} />
      {groups.length > 0 ? (
        <ProblemList groups={groups} />
      ) : (
        <EmptyState icon={<ListFilter />} title={t('problems.noMatch')}>
          <Button
            onClick={() =>
              problems.getState().setFilter({ severity: undefined, rule: undefined, search: '' })
            }
          >
            {t('problems.showAll')}
          </Button>
        </EmptyState>
      )}
    </>
  );
}

function useGroups(): readonly ProblemGroup[] {
  const locale = useLocale();
  const engine = useProblems((state) => state.engine);
  const found = useProblems((state) => state.found);
  const filter = useProblems((state) => state.filter);
  const { document } = useStudio();
  return useMemo(() => {
    if (engine === undefined || found === undefined) return [];
    // Texts are searched as they were when the problems were found.
    const sentences = document.getState().project?.sentences ?? [];
    return groupProblems({
      problems: found.list,
      filter,
      rules: engine.checkRules.map(({ id }) => id),
      sentences: new Map(sentences.map((sentence) => [sentence.id, sentence])),
      describe: (problem) => engine.describeProblem(problem, locale),
    });
  }, [engine, found, filter, locale, document]);
}
