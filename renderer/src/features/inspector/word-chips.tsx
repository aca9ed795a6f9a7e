import type { MessageKey } from '@core/messages/catalogue';
import { formatTimecode } from '@core/timing/timecode';
import type { Sentence } from '@core/transcript/sentence';
import { doesOverhang } from '@core/transcript/does-overhang';
import type { Word, WordTiming } from '@core/transcript/word';
import { ChevronLeft, ChevronRight, Hand, Ruler, Waves } from 'lucide-react';
import { memo, useState } from 'react';
import { useStore } from 'zustand';
import { IconButton } from '../../components/icon-button';
import { useStudio, useTexts } from '../../state/studio-context';
import styles from './inspector.module.css';
import { findWordPage, followSpokenWord, type WantedPage } from './word-page';

/** Each kind has its own mark and its own line, so that it is told apart without colours. */
const timingMarks: Readonly<Record<WordTiming, React.JSX.Element>> = {
  measured: <Ruler aria-hidden="true" />,
  estimated: <Waves aria-hidden="true" />,
  manual: <Hand aria-hidden="true" />,
};

const timingNames: Readonly<Record<WordTiming, MessageKey>> = {
  measured: 'inspector.timing.measured',
  estimated: 'inspector.timing.estimated',
  manual: 'inspector.timing.manual',
};

/** The words of a sentence with how their times came to be; a press plays from there. */
export function WordChips({ sentence }: { readonly sentence: Sentence }): React.JSX.Element | null {
  const t = useTexts();
  const { spoken, player } = useStudio();
  const spokenIndex = useStore(spoken, ({ sentenceId, wordIndex }) =>
    sentenceId === sentence.id ? wordIndex : undefined,
  );
  const { words } = sentence;
  const [kept, setKept] = useState<WantedPage>({
    sentenceId: sentence.id,
    page: 0,
    spokenPage: undefined,
  });
  const wanted = followSpokenWord(kept, sentence.id, spokenIndex);
  if (wanted !== kept) setKept(wanted);
  const { page, pageCount, begin, end } = findWordPage(words.length, wanted.page);
  const turnTo = (next: number): void => setKept({ ...wanted, page: next });
  if (words.length === 0) return null;
  const kinds = (['measured', 'estimated', 'manual'] as const).filter((kind) =>
    words.some(({ timing }) => timing === kind),
  );
  return (
    <section className={styles.words} aria-label={t('inspector.words')}>
      <header className={styles.wordsHead}>
        <h3 className={styles.wordsTitle}>{t('inspector.words')}</h3>
        <ul className={styles.legend}>
          {kinds.map((kind) => (
            <li key={kind} className={styles.legendItem} data-timing={kind}>
              {timingMarks[kind]}
              {t(timingNames[kind])}
            </li>
          ))}
        </ul>
      </header>
      {pageCount > 1 && (
        <div className={styles.pages}>
          <IconButton
            label={t('inspector.words.earlier')}
            icon={<ChevronLeft />}
            disabled={page === 0}
            onClick={() => turnTo(page - 1)}
          />
          <span className="tabular" role="status">
            {t('inspector.words.range', { from: begin + 1, to: end, count: words.length })}
          </span>
          <IconButton
            label={t('inspector.words.later')}
            icon={<ChevronRight />}
            disabled={page === pageCount - 1}
            onClick={() => turnTo(page + 1)}
          />
        </div>
      )}
      <ul
        className={styles.chips}
        onClick={(event) => {
          const chip = (event.target as Element).closest<HTMLElement>('[data-word]');
          const word = words[Number(chip?.dataset['word'] ?? NaN)];
          if (word !== undefined) player.seek(word.beginMs);
        }}
      >
        {words.slice(begin, end).map((word, place) => (
          <WordChip
            key={begin + place}
            word={word}
            index={begin + place}
            isSpoken={begin + place === spokenIndex}
            isOverhanging={doesOverhang(word, sentence)}
          />
        ))}
      </ul>
    </section>
  );
}

/** `0:22.56`, `1:02:03.40`: a chip has no room for more, and its title has the rest. */
function formatShortTime(timeMs: number): string {
  return formatTimecode(timeMs, '.')
    .replace(/^(?:00:)?0?/u, '')
    .slice(0, -1);
}

const WordChip = memo(function WordChip({
  word: { text, beginMs, endMs, timing, confidence },
  index,
  isSpoken,
  isOverhanging,
}: {
  readonly word: Word;
  readonly index: number;
  readonly isSpoken: boolean;
  /** It reaches beyond its sentence. */
  readonly isOverhanging: boolean;
}): React.JSX.Element {
  const t = useTexts();
  const kind = t(timingNames[timing]);
  const begin = formatTimecode(beginMs, '.');
  const spokenFor =
    confidence === undefined
      ? undefined
      : t('inspector.confidence', { percent: Math.round(confidence * 100) });
  const label = t('inspector.word', { text, begin, end: formatTimecode(endMs, '.'), timing: kind });
  const problem = isOverhanging ? t('inspector.overhangs') : undefined;
  const whole = [label, spokenFor, problem].filter((part) => part !== undefined).join(', ');
  return (
    <li>
      <button
        type="button"
        className={styles.chip}
        data-word={index}
        data-timing={timing}
        data-overhanging={isOverhanging || undefined}
        aria-current={isSpoken ? 'true' : undefined}
        aria-label={whole}
        title={whole}
      >
        <span className={styles.chipText}>{text}</span>
        <span className={styles.chipTime}>
          {timing !== 'measured' && timingMarks[timing]}
          {formatShortTime(beginMs)}
          {confidence !== undefined && (
            <span className={styles.chipConfidence}>{Math.round(confidence * 100)}%</span>
          )}
        </span>
      </button>
    </li>
  );
});
