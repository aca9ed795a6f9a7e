import type { SpeedLimit } from './measure-speed';
import type { Counting } from './reading-units';
import { bindProfile, type RuleProfile } from './rule-profile';
import { readingSpeed } from './rules/reading-speed';

/** How fast cues may be read by a profile; without end where it does not ask [QC2]. */
export function findSpeedLimit(profile: RuleProfile): SpeedLimit {
  const row = bindProfile(profile).find(({ rule }) => rule === readingSpeed);
  if (row === undefined) return { mostPerSecond: Infinity, counting: 'all' };
  const { mostPerSecond, counting } = row.bound.limits;
  return { mostPerSecond: mostPerSecond as number, counting: counting as Counting };
}
