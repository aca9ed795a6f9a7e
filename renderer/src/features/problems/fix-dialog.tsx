import type { ChangedCue } from '@core/qc/changed-cues';
import { useEffect, useMemo, useState } from 'react';
import { Button } from '../../components/button';
import { ChoiceCard, ChoiceCards } from '../../components/choice-cards';
import { Dialog } from '../../components/dialog';
import { Spinner } from '../../components/spinner';
import { createFilter } from '../../lib/match-filter';
import { runInSlices, runSlice } from '../../lib/run-in-slices';
import {
  useDocument,
  useLocale,
  useProblems,
  useSession,
  useStudio,
  useTexts,
} from '../../state/studio-context';
import styles from './fix-dialog.module.css';
import { FixPreview } from './fix-preview';

/** What becomes of nothing: the way that is no way. */
const keep = 'keep';

/** A plan that took longer, and what it was begun as. */
interface Finished {
  readonly begun: object;
  readonly plan: readonly ChangedCue[];
}

/** Shows what mending all problems, or those of one rule, would change, and does it as one edit. */
export function FixDialog(): React.JSX.Element {
  const t = useTexts();
  const locale = useLocale();
  const { notices, problems, session } = useStudio();
  const ruleId = useSession((state) => state.fixedRule);
  const engine = useProblems((state) => state.engine);
  const sentences = useDocument(({ project }) => project?.sentences);
  const filter = useSession((state) => state.filter);
  const rule = ruleId === undefined ? undefined : engine?.findCheckRule(ruleId);
  const ways = rule?.ways ?? [];
  const [way, setWay] = useState(ways.at(-1)?.id);
  // The plan is of the text as it stands; of a short one it is there at once.
  const begun = useMemo(() => {
    if (way === keep) return { outcome: { value: [] } };
    const steps = problems.getState().planFixes({ rule: ruleId, way });
    return { steps, outcome: runSlice(steps) };
  }, [problems, ruleId, way, sentences]);
  const [finished, setFinished] = useState<Finished>();
  useEffect(() => {
    if (begun.outcome !== undefined || begun.steps === undefined) return undefined;
    return runInSlices(begun.steps, (plan) => setFinished({ begun, plan }));
  }, [begun]);
  /** Undefined while it is worked out. */
  const plan = begun.outcome?.value ?? (finished?.begun === begun ? finished.plan : undefined);
  const changes = plan ?? [];
  const isShown = useMemo(() => createFilter(filter), [filter]);
  const removedCount = changes.filter(({ after }) => after === undefined).length;
  const close = (): void => session.getState().set({ dialog: undefined });
  const mend = (): void => {
    close();
    const select = problems.getState().mend(changes);
    if (select !== undefined) session.getState().select(select);
    notices.getState().tell('problems.fixed', { count: changes.length });
  };
  return (
    <Dialog
      width="medium"
      title={
        ruleId === undefined || engine === undefined
          ? t('command.edit.fixProblems').replace(/…$/u, '')
          : t('problems.fixAllOf', { name: engine.nameRule(ruleId, locale) })
      }
      closeLabel={t('app.close')}
      onClose={close}
      footer={
        <>
          <Button onClick={close}>{t('app.cancel')}</Button>
          <Button
            look="primary"
            data-autofocus={changes.length > 0 ? '' : undefined}
            disabled={changes.length === 0}
            onClick={mend}
          >
            {t('problems.preview.do', { count: changes.length })}
          </Button>
        </>
      }
    >
      {ways.length > 0 && (
        <ChoiceCards label={t('writing.overlaps')}>
          {ways.map(({ id, name, about }) => (
            <ChoiceCard
              key={id}
              group="way"
              name={t(name)}
              about={t(about)}
              isChosen={way === id}
              onChoose={() => setWay(id)}
            />
          ))}
          <ChoiceCard
            group="way"
            name={t('writing.overlaps.keep')}
            about={t('problems.overlaps.keep.hint')}
            isChosen={way === keep}
            onChoose={() => setWay(keep)}
          />
        </ChoiceCards>
      )}
      <p className={styles.summary} role="status">
        {plan === undefined ? (
          <>
            <Spinner /> {t('problems.preview.planning')}
          </>
        ) : changes.length === 0 ? (
          t(way === keep ? 'problems.overlaps.keep.hint' : 'problems.preview.nothing')
        ) : (
          [
            t('problems.preview', { count: changes.length }),
            ...(removedCount > 0 ? [t('problems.preview.removed', { count: removedCount })] : []),
            ...(changes.some(({ before }) => !isShown(before))
              ? [t('problems.preview.filtered')]
              : []),
            t('problems.preview.undo'),
          ].join(locale === 'en' ? ' ' : '')
        )}
      </p>
      {changes.length > 0 && <FixPreview changes={changes} />}
    </Dialog>
  );
}
