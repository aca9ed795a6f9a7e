import type { MediaAccess } from '@contract/api';
import type { PlanState } from './use-plans';

/**
 * Why nothing of a recording can be heard, so that no job of it can be started: `missing`, its file is
 * not where it was; `unreadable`, the plan says what is wrong with it. Undefined where it can be heard,
 * as far as is known.
 * @param access of the recording, where it is the open project's
 */
export function findUnheard(
  access: Pick<MediaAccess, 'state' | 'isOnlyNamed'> | undefined,
  plan: PlanState,
): 'missing' | 'unreadable' | undefined {
  if (access?.state === 'missing' && access.isOnlyNamed !== true) return 'missing';
  const isRefused = plan.state === 'failed' && plan.error.code.startsWith('media/');
  // Of one that nobody chose so far, the plan says so in a moment.
  return isRefused || access?.state === 'missing' ? 'unreadable' : undefined;
}
