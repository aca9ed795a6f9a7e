import type { DocumentSource } from '../records/document-properties';
import type { TextEncoding } from './format';

/** How the bytes of a text file are made of its characters [FM80]. */
export interface TextForm extends TextEncoding {
  /** Absent: the line feeds that formats write stay. */
  readonly lineEnding?: NonNullable<DocumentSource['lineEnding']> | undefined;
}

/** Names of line endings, as command lines and files have them. */
export const lineEndings = ['lf', 'crlf', 'cr'] as const satisfies readonly NonNullable<
  DocumentSource['lineEnding']
>[];

/** What a text is written in where nobody chose, and where what was chosen says no more. */
export const usualForm: TextForm = { label: 'utf-8', hasMark: false };

/** Whether a text of an encoding begins with a mark where nobody said so: wide ones are not known without. */
export function isUsuallyMarked(label: string): boolean {
  return /^utf-(?:16|32)/u.test(label);
}

/** What a person chose of how a text is written; what is absent is as its file has it. */
export interface ChosenForm {
  readonly encoding?: TextEncoding;
  readonly lineEnding?: (typeof lineEndings)[number];
}

/** How the file that a document was read from is written, as far as a person chose nothing else. */
export function chooseForm(source: DocumentSource, { encoding, lineEnding }: ChosenForm): TextForm {
  return { ...findOwnForm(source), ...encoding, ...(lineEnding && { lineEnding }) };
}

/** Whether a document came from a file that is written back as one of its format [FM87]. */
export function isOwnFile(source: DocumentSource | undefined): source is DocumentSource {
  // Of the result of a recogniser its reader says nothing, and our own would be another file.
  return source?.hasLines === true || source?.lineEnding !== undefined;
}

/** How the file that a document was read from is written: its encoding, line ending and mark. */
export function findOwnForm({ encoding, hasByteOrderMark, lineEnding }: DocumentSource): TextForm {
  return {
    label: encoding ?? usualForm.label,
    hasMark: hasByteOrderMark ?? false,
    ...(lineEnding === undefined ? undefined : { lineEnding }),
  };
}
