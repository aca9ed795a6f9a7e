import { parseRuleProfile, type RuleProfile } from '@core/qc/rule-profile';
import type { Sentence } from '@core/transcript/sentence';
import { openTestWindow, type TestWindow, type TestWindowOptions } from './open-test-window';

/** A profile of a test's own. */
export function makeProfile(
  id: string,
  language: string,
  rules: Readonly<Record<string, unknown>>,
): RuleProfile {
  const sources = [{ title: 'a test', date: '2026-12-01' }];
  const about = { id, name: [id, id], language, isUsual: true, sources };
  return parseRuleProfile({ ...about, rules }, id);
}

/** For English and for Chinese; the Chinese one reads slower. */
export const testProfiles: readonly RuleProfile[] = [
  makeProfile('english', 'en', { 'reading-speed': { mostPerSecond: 20 } }),
  makeProfile('chinese', 'zh', { 'reading-speed': { mostPerSecond: 9 } }),
];

/** A window whose project has been checked. */
export async function openCheckedWindow(
  sentences: readonly Sentence[],
  options: TestWindowOptions = {},
): Promise<TestWindow> {
  const answers = { 'rules.profiles': () => testProfiles, ...options.answers };
  const window = await openTestWindow(sentences, { ...options, answers, isChecked: true });
  await window.studio.problems.getState().whenChecked();
  return window;
}
