import type { Severity } from '@core/qc/check-rule';
import { CircleX, Search, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Select } from '../../components/select';
import { useComposedText } from '../../lib/use-composed-text';
import type { FoundProblems } from '../../state/problems-state';
import { useLocale, useProblems, useStudio, useTexts } from '../../state/studio-context';
import styles from './problems.module.css';

const everyRule = 'every';

/** Which problems are shown: of one severity, of one rule, with a word in them. */
export function ProblemFilterBar({ found }: { readonly found: FoundProblems }): React.JSX.Element {
  return (
    <div className={styles.filters} role="search">
      <div className={styles.filterRow}>
        <SeverityButton severity="error" count={found.counts.error} />
        <SeverityButton severity="warning" count={found.counts.warning} />
        <SearchField />
      </div>
      <RuleChoice found={found} />
    </div>
  );
}

function SeverityButton({
  severity,
  count,
}: {
  readonly severity: Severity;
  readonly count: number;
}): React.JSX.Element {
  const t = useTexts();
  const { problems } = useStudio();
  const isOnly = useProblems(({ filter }) => filter.severity === severity);
  const label = t(severity === 'error' ? 'problems.errors' : 'problems.warnings', { count });
  return (
    <button
      type="button"
      className={styles.severity}
      data-severity={severity}
      aria-pressed={isOnly}
      aria-label={label}
      title={label}
      onClick={() => problems.getState().setFilter({ severity: isOnly ? undefined : severity })}
    >
      {severity === 'error' ? <CircleX aria-hidden /> : <TriangleAlert aria-hidden />}
      <span className="tabular">{count}</span>
    </button>
  );
}

function RuleChoice({ found }: { readonly found: FoundProblems }): React.JSX.Element {
  const t = useTexts();
  const locale = useLocale();
  const { problems } = useStudio();
  const engine = useProblems((state) => state.engine);
  const rule = useProblems(({ filter }) => filter.rule);
  const present = new Set(found.list.map((problem) => problem.rule));
  if (rule !== undefined) present.add(rule);
  const rules = (engine?.checkRules ?? []).filter(({ id }) => present.has(id));
  return (
    <Select
      label={t('problems.rule')}
      value={rule ?? everyRule}
      options={[
        { value: everyRule, label: t('problems.allRules') },
        ...rules.map(({ id }) => ({ value: id, label: engine?.nameRule(id, locale) ?? id })),
      ]}
      onChange={(id) => problems.getState().setFilter({ rule: id === everyRule ? undefined : id })}
    />
  );
}

function SearchField(): React.JSX.Element {
  const t = useTexts();
  const { problems } = useStudio();
  const search = useProblems(({ filter }) => filter.search);
  const [typed, setTyped] = useState(search);
  const send = (text: string): void => problems.getState().setFilter({ search: text });
  const composed = useComposedText(setTyped, send);
  return (
    <div className={styles.search}>
      <Search aria-hidden />
      <input
        type="text"
        role="searchbox"
        aria-label={t('problems.search')}
        placeholder={t('problems.search.short')}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        {...composed}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.key !== 'Escape' || typed === '') return;
          event.preventDefault();
          setTyped('');
          send('');
        }}
      />
    </div>
  );
}
