import type { Sentence } from '../../transcript/sentence';
import type { Problem } from '../checker';
import { describeProblem } from '../describe-problem';
import type { ReportedCheck, ReportedFile } from './problem-report';

/** A problem with where it stands, as tables and programs take it. */
export interface ListedProblem {
  readonly file: string;
  /** Number of the cue in the file, from 1. */
  readonly number: number;
  readonly sentence: Sentence;
  readonly problem: Problem;
  /** For people. */
  readonly message: string;
}

/** All problems of some files, in their order. */
export function listProblems(
  files: readonly ReportedFile[],
  { locale }: Pick<ReportedCheck, 'locale'>,
): readonly ListedProblem[] {
  return files.flatMap(({ name, sentences, found }) =>
    found.flatMap((problems, index) =>
      problems.map((problem) => ({
        ...{ file: name, number: index + 1, sentence: sentences[index]!, problem },
        message: describeProblem(problem, locale),
      })),
    ),
  );
}
