import type { Project } from '@core/project-file/project';
import type { CheckContext } from '@core/qc/check-rule';
import type { RuleProfile } from '@core/qc/rule-profile';

/** What rules know of the open document beside its cues. */
export function makeCheckContext(project: Project, profile: RuleProfile): CheckContext {
  const { language, frameRate, media, shotChanges, personalWords, reviews, source } = project;
  const tag = language === 'und' ? profile.language : language;
  return {
    language: tag,
    breaksLines: source?.hasLines !== true,
    frameRate: frameRate ?? media.frameRate,
    shotsMs: shotChanges.map(({ atMs }) => atMs),
    ownWords: personalWords
      .filter((word) => word.mayBreak !== true && isOf(word.language, tag))
      .map(({ text }) => text),
    reviewed: reviews.length === 0 ? undefined : listReviewed(project),
  };
}

/** Whether two contexts tell rules the same. */
export function isSameContext(left: CheckContext, right: CheckContext): boolean {
  return (
    left.language === right.language &&
    left.breaksLines === right.breaksLines &&
    left.frameRate?.numerator === right.frameRate?.numerator &&
    left.frameRate?.denominator === right.frameRate?.denominator &&
    isSameList(left.shotsMs, right.shotsMs) &&
    isSameList(left.ownWords, right.ownWords) &&
    isSameList([...(left.reviewed ?? [])], [...(right.reviewed ?? [])]) &&
    (left.reviewed === undefined) === (right.reviewed === undefined)
  );
}

/** A review holds for the text that was looked at [RK11]. */
function listReviewed({ reviews, sentences }: Project): ReadonlySet<string> {
  const texts = new Map(sentences.map(({ id, text }) => [id, text]));
  return new Set(reviews.filter(({ id, text }) => texts.get(id) === text).map(({ id }) => id));
}

function isOf(language: string | undefined, tag: string): boolean {
  const primaryOf = (of: string): string | undefined => of.toLowerCase().split(/[-_]/u)[0];
  return language === undefined || primaryOf(language) === primaryOf(tag);
}

function isSameList(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((value, index) => value === right[index]);
}
