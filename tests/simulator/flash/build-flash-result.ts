import { isSpaced, listWords } from '../speech/spread-words';
import { writeNumbers } from '../speech/write-numbers';
import type { FlashParameters } from './flash-parameters';
import type { SpokenSentence, SpokenWord } from '../speech/spoken-sentence';

/**
 * The `flash_result` of a transcript (protocol §2.3): word times are strings, marks stand in
 * `punc`, and text in Latin letters has blanks after words, marks and sentences (§6.7, §6.10).
 */
export function buildFlashResult(
  sentences: readonly SpokenSentence[],
  durationMs: number,
  {
    isWithWords,
    isAligned,
    isInDigits,
  }: Pick<FlashParameters, 'isWithWords' | 'isAligned' | 'isInDigits'>,
): Readonly<Record<string, unknown>> {
  return {
    duration: durationMs,
    latency: 120,
    sentences: sentences.map((sentence) => {
      const isLatin = isSpaced(sentence.text);
      // Only the text: the words are as they were spoken.
      const text = isInDigits ? writeNumbers(sentence.text) : sentence.text;
      const words = listWords(sentence, isAligned);
      return {
        text: isLatin ? `${text} ` : text,
        begin_time: sentence.beginMs,
        end_time: sentence.endMs,
        channel_id: sentence.channel ?? 0,
        ...(isWithWords
          ? {
              words: words.map((word, index) =>
                describeWord(word, isLatin && index === words.length - 1),
              ),
            }
          : {}),
      };
    }),
  };
}

function describeWord(word: SpokenWord, isLatinEnd: boolean): Readonly<Record<string, string>> {
  const blank = word.isBeforeBlank || isLatinEnd ? ' ' : '';
  const isMarked = word.punctuation !== '';
  return {
    text: isMarked ? word.text : word.text + blank,
    begin_time: String(word.beginMs),
    end_time: String(word.endMs),
    punc: isMarked ? word.punctuation + blank : '',
  };
}
