import type { SubtitleFacts } from '@contract/api';
import type { Repair } from '@core/formats/format';
import { findFormat } from '@core/formats/registry';
import { describeRepair } from '@core/formats/repairs';
import { showValueHarmless } from '@core/messages/show-harmless';
import { ArrowRight } from 'lucide-react';
import { useId } from 'react';
import { useTexts } from '../../state/studio-context';
import styles from './repair-list.module.css';

export interface RepairListProps {
  readonly file: SubtitleFacts;
}

/** What had to be mended in a file while it was read: the line, what stood there, and what is now. */
export function RepairList({ file }: RepairListProps): React.JSX.Element {
  const t = useTexts();
  const id = useId();
  const { repairs, repairCount } = file;
  if (repairCount === 0) return <p className={styles.none}>{t('import.repairs.none')}</p>;
  const moreCount = repairCount - repairs.length;
  return (
    <section className={styles.repairs} aria-labelledby={id}>
      <h3 className={styles.label} id={id}>
        {t('import.repairs', { count: repairCount })}
      </h3>
      <ol className={styles.list} tabIndex={0} aria-labelledby={id} data-selectable>
        {repairs.map((repair, index) => (
          <Row key={index} repair={repair} formatId={file.format} />
        ))}
        {moreCount > 0 && (
          <li className={styles.more}>{t('import.repairs.more', { count: moreCount })}</li>
        )}
      </ol>
    </section>
  );
}

interface RowProps {
  readonly repair: Repair;
  readonly formatId: string;
}

function Row({ repair, formatId }: RowProps): React.JSX.Element {
  const t = useTexts();
  const { line, before = '', after = '' } = repair;
  const [hadText, hasText] = [before !== '', after !== ''];
  return (
    <li className={styles.repair}>
      <span className={`${styles.line} tabular`}>{t('import.repair.line', { line })}</span>
      <span>
        {t(describeRepair(repair, findFormat(formatId)))}
        {(hadText || hasText) && (
          <span className={styles.change}>
            {hadText && <del className={styles.was}>{showValueHarmless(before)}</del>}
            {hasText && (
              <span className={styles.became}>
                {hadText && <ArrowRight className={styles.arrow} aria-hidden />}
                <ins className={styles.is}>{showValueHarmless(after)}</ins>
              </span>
            )}
          </span>
        )}
      </span>
    </li>
  );
}
