import type { ChangedCue } from '@core/qc/changed-cues';
import { formatTimecode } from '@core/timing/timecode';
import type { Sentence } from '@core/transcript/sentence';
import { useTexts } from '../../state/studio-context';
import styles from './fix-dialog.module.css';
import { useNumbers } from './use-numbers';

/** More than these nobody reads before pressing a button. */
const mostShown = 200;

/** Sentences as they are and as they would be; what stays the same is not said twice. */
export function FixPreview({
  changes,
}: {
  readonly changes: readonly ChangedCue[];
}): React.JSX.Element {
  const t = useTexts();
  const numbers = useNumbers();
  const moreCount = changes.length - mostShown;
  return (
    <div
      className={styles.preview}
      tabIndex={0}
      role="region"
      aria-label={t('problems.preview.list')}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('table.column.index.short')}</th>
            <th scope="col">{t('problems.preview.before')}</th>
            <th scope="col">{t('problems.preview.after')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.slice(0, mostShown).map(({ before, after }) => (
            <tr key={before.id}>
              <th scope="row" className="tabular">
                {numbers.get(before.id)?.number}
              </th>
              <td>
                <Side sentence={before} other={after} />
              </td>
              <td>
                {after === undefined ? (
                  <em className={styles.gone}>{t('problems.preview.gone')}</em>
                ) : (
                  <Side sentence={after} other={before} isNew />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {moreCount > 0 && (
        <p className={styles.more}>{t('problems.preview.more', { count: moreCount })}</p>
      )}
    </div>
  );
}

interface SideProps {
  readonly sentence: Sentence;
  /** What it is compared with. */
  readonly other: Sentence | undefined;
  readonly isNew?: boolean;
}

/** Of a sentence what the other one has not: its times, its text, or both. */
function Side({ sentence, other, isNew = false }: SideProps): React.JSX.Element {
  const { beginMs, endMs, text } = sentence;
  const isSameText = text === other?.text;
  const isSameTime = beginMs === other?.beginMs && endMs === other.endMs;
  return (
    <>
      {!isSameTime && (
        <span className={`${styles.times} tabular`} data-new={isNew || undefined}>
          {formatTimecode(beginMs, '.')} – {formatTimecode(endMs, '.')}
        </span>
      )}
      {(!isSameText || !isNew) && (
        <span className={styles.text} data-same={isSameText || undefined}>
          {isSameText || other === undefined ? text : <Marked text={text} other={other.text} />}
        </span>
      )}
    </>
  );
}

/** The text with what the other one has not marked, blanks too. */
function Marked({
  text,
  other,
}: {
  readonly text: string;
  readonly other: string;
}): React.JSX.Element {
  let begin = 0;
  const most = Math.min(text.length, other.length);
  while (begin < most && text[begin] === other[begin]) begin += 1;
  let end = 0;
  while (end < most - begin && text.at(-1 - end) === other.at(-1 - end)) end += 1;
  return (
    <>
      {text.slice(0, begin)}
      <mark className={styles.mark}>
        {text.slice(begin, text.length - end).replaceAll('\n', '↵\n')}
      </mark>
      {text.slice(text.length - end)}
    </>
  );
}
