import type { Sentence } from '@core/transcript/sentence';
import { Fragment, memo, useState } from 'react';
import { useStore } from 'zustand';
import { useStudio } from '../../state/studio-context';
import { cutToRow, countRowWords } from './shown-text';
import styles from './sentence-table.module.css';

export interface RowWordsProps {
  readonly sentence: Sentence;
}

/**
 * The text of a row. Its words become elements only under the pointer, to be clicked, and while one
 * of them is said, to be lit: in a fast scroll ten elements a row are most of the work of a frame.
 */
export const RowWords = memo(function RowWords({ sentence }: RowWordsProps): React.JSX.Element {
  const { spoken } = useStudio();
  const [isUnderPointer, setUnderPointer] = useState(false);
  // One number says it all, so that a row is drawn only when its own word changes.
  const spokenIndex = useStore(spoken, ({ sentenceId, wordIndex }) =>
    sentenceId === sentence.id ? (wordIndex ?? betweenWords) : undefined,
  );
  const isSpoken = spokenIndex !== undefined;
  return (
    <div
      className={styles.words}
      data-words=""
      data-spoken={isSpoken ? '' : undefined}
      onPointerEnter={() => setUnderPointer(true)}
      onPointerLeave={() => setUnderPointer(false)}
    >
      {isSpoken || isUnderPointer
        ? drawWords(sentence, spokenIndex)
        : showBreaks(cutToRow(sentence.text))}
    </div>
  );
});

/** Stands for the word of a sentence that is being said, but not one of its words just now. */
const betweenWords = -1;

/** Plain elements: their clicks are heard by the table, by `data-word`. */
function drawWords({ words }: Sentence, spokenIndex: number | undefined): React.ReactNode {
  return words.slice(0, countRowWords(words)).map(({ before, text, after }, index) => (
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
  ));
}

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
