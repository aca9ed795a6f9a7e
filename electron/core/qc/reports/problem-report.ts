import type { Locale } from '../../messages/catalogue';
import type { Sentence } from '../../transcript/sentence';
import type { CheckedDocument } from '../checker';
import type { RuleProfile } from '../rule-profile';

/** A file as it was found. */
export interface ReportedFile {
  /** As people know it. */
  readonly name: string;
  readonly sentences: readonly Sentence[];
  /** Of each sentence. */
  readonly found: CheckedDocument;
}

/** What a report tells of. */
export interface ReportedCheck {
  readonly profile: RuleProfile;
  readonly files: readonly ReportedFile[];
  readonly locale: Locale;
  /** When it was made, `2026-11-30`. */
  readonly date: string;
}

/** A form in which the problems of files are told; a row of the table of reports. */
export interface ReportForm {
  /** As the command line names it. */
  readonly id: string;
  readonly write: (check: ReportedCheck) => string;
}

/** How many problems of each severity some files have. */
export function countProblems(files: readonly ReportedFile[]): {
  readonly error: number;
  readonly warning: number;
} {
  const counts = { error: 0, warning: 0 };
  for (const { found } of files) {
    for (const problems of found) for (const { severity } of problems) counts[severity]++;
  }
  return counts;
}
