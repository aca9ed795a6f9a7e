import type { Sentence } from '@core/transcript/sentence';
import { Fragment, memo, useContext, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useStudio } from '../../state/studio-context';
import { RushContext } from './rush';
import styles from './sentence-table.module.css';

interface WordsProps {
  readonly sentence: Sentence;
  /** Undefined: none of them is being said. */
  readonly spokenIndex: number | undefined;
}

/** The words of a row as plain elements: their clicks are heard by the table, by `data-word`. */
const Words = memo(function Words({ sentence, spokenIndex }: WordsProps): React.JSX.Element {
  return (
    <>
      {sentence.words.map(({ before, text, after }, index) => (
        // Words have no ids: their place is their name.
        <Fragment key={index}>
          {showBreaks(before)}
          <span
            className={styles.word}
            data-word={index}
            aria-current={index === spokenIndex ? 'true' : undefined}
          >
            {text}
          </span>
          {showBreaks(after)}
        </Fragment>
      ))}
    </>
  );
});

/** A manual line break as a mark: rows have no room for more lines than they have. */
function showBreaks(text: string): React.ReactNode {
  if (!/[\r\n]/u.test(text)) return text;
  const [first = '', ...rest] = text.split(/\r\n|\r|\n/u);
  return (
    <>
      {first}
      {rest.map((line, index) => (
        <Fragment key={index}>
          <span className={styles.lineBreak} /> {line}
        </Fragment>
      ))}
    </>
  );
}

/** The text of a row; while one of its words is said, that word is lit, and no other row is drawn. */
export const RowWords = memo(function RowWords({
  sentence,
}: Pick<WordsProps, 'sentence'>): React.JSX.Element {
  const { spoken } = useStudio();
  const rush = useContext(RushContext);
  // A tenth of the elements, and a third of the work of a frame, while no one can read them.
  const [isPlain, setPlain] = useState(rush.isOn);
  useEffect(() => {
    if (!isPlain) return undefined;
    const end = rush.onRest(() => setPlain(false));
    // It may have come to rest between drawing and listening.
    if (!rush.isOn()) setPlain(false);
    return end;
  }, [isPlain, rush]);
  const isSpoken = useStore(spoken, ({ sentenceId }) => sentenceId === sentence.id);
  const spokenIndex = useStore(spoken, ({ sentenceId, wordIndex }) =>
    sentenceId === sentence.id ? wordIndex : undefined,
  );
  return (
    <div className={styles.words} data-words="" data-spoken={isSpoken ? '' : undefined}>
      {isPlain ? sentence.text : <Words sentence={sentence} spokenIndex={spokenIndex} />}
    </div>
  );
});
