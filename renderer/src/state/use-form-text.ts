import { nameEncoding } from '@core/encodings/name-encoding';
import type { TextEncoding } from '@core/formats/format';
import { isUsuallyMarked, type TextForm } from '@core/formats/text-form';
import { useTexts } from './studio-context';

/** Says how a text is encoded: `UTF-8 with BOM`. */
export function useEncodingText(): (encoding: TextEncoding) => string {
  const t = useTexts();
  return ({ label, hasMark }) => {
    const name = nameEncoding(label);
    // Of UTF-16 nobody expects anything else.
    return hasMark && !isUsuallyMarked(label) ? t('writing.marked', { name }) : name;
  };
}

/** The encoding of a text and its line endings, each as a word of a line: `GB18030`, `CRLF`. */
export function useFormTexts(): (
  encoding: TextEncoding | undefined,
  lineEnding: TextForm['lineEnding'],
) => readonly string[] {
  const nameOf = useEncodingText();
  return (encoding, lineEnding) => [
    ...(encoding === undefined ? [] : [nameOf(encoding)]),
    ...(lineEnding === undefined ? [] : [lineEnding.toUpperCase()]),
  ];
}
