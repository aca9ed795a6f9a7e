import { editRefusals } from '../edits/refuse-edit';
import type { MessageKey } from '../messages/catalogue';
import type { ErrorCode } from './error-codes';

/** Why a proxy is of no use, where that can be said better than by its code alone. */
export const proxyReasons = ['scheme', 'unreadable', 'login', 'status'] as const;
export type ProxyReason = (typeof proxyReasons)[number];

/** Why a program is not taken for a tool, where it does not say so itself. */
export const toolReasons = ['not-executable', 'other-answer'] as const;
export type ToolReason = (typeof toolReasons)[number];

/** Why an address, a name, a region or a parameter cannot be used. */
export const usageReasons = [
  'not-a-region',
  'not-a-bucket',
  'not-a-url',
  'not-http',
  'ip-address',
  'has-path',
  'has-query',
  'blanks',
  'not-ascii',
  'too-long',
  'missing',
  'unknown',
  'wrong-kind',
  'out-of-range',
  'not-a-choice',
  'not-json',
  'wrong-filter',
  'not-marks',
  'needs-other',
  'not-a-time',
] as const;
export type UsageReason = (typeof usageReasons)[number];

/** Why parameters that were typed as `name=value` cannot be used. */
export const assignmentReasons = [
  'no-assignment',
  'unknown-name',
  'near-name',
  'own',
  'twice',
  'no-effect',
  'unsupported',
  'unknown-preset',
  'no-presets',
] as const;
export type AssignmentReason = (typeof assignmentReasons)[number];

/** How far a task is that has not ended. */
const taskStates = ['queueing', 'running'] as const;

const nextOfProxy: Readonly<Record<ProxyReason, MessageKey>> = {
  scheme: 'reason.proxy.next.scheme',
  unreadable: 'reason.proxy.next.scheme',
  login: 'reason.proxy.next.login',
  status: 'reason.proxy.next.status',
};

/**
 * The texts of an error whose `data.reason` is a word that has texts of its own; undefined for all
 * others. Of `usage/invalid` only refused edits and what names a `parameter` are explained here:
 * the rest has its sentence in `problem`.
 * @returns the texts, and what is filled in beside the error's data
 */
export function explainReason(error: {
  readonly code: ErrorCode;
  readonly data: Readonly<Record<string, unknown>>;
}):
  | {
      readonly happened: MessageKey;
      readonly next: MessageKey;
      /** Where the window has another way. */
      readonly nextInWindow?: MessageKey;
      readonly filled: { readonly allowed: string };
    }
  | undefined {
  const { code, data } = error;
  const allowed = typeof data['allowed'] === 'string' ? data['allowed'] : '';
  const filled = { allowed: allowed === '' ? '' : ` (${allowed})` };
  if (code === 'network/proxy') {
    const reason = proxyReasons.find((known) => known === data['reason']);
    if (reason === undefined) return undefined;
    return { happened: `reason.proxy.${reason}`, next: nextOfProxy[reason], filled };
  }
  if (code === 'tool/refused') {
    const reason = toolReasons.find((known) => known === data['reason']);
    if (reason === undefined) return undefined;
    return { happened: `reason.tool.${reason}`, next: 'error.tool/refused.next', filled };
  }
  if (code === 'storage/wrong-region' && typeof data['bucketRegion'] === 'string') {
    return {
      happened: 'reason.region.elsewhere',
      next: 'reason.region.elsewhere.next',
      nextInWindow: 'reason.region.elsewhere.next.window',
      filled,
    };
  }
  if (code === 'engine/task-running') {
    const state = taskStates.find((known) => known === data['state']);
    if (state === undefined) return undefined;
    return { happened: `reason.task.${state}`, next: 'error.engine/task-running.next', filled };
  }
  if (code !== 'usage/invalid') return undefined;
  if (typeof data['parameter'] !== 'string') {
    const ofEdit = editRefusals.find((known) => known === data['reason']);
    if (ofEdit === undefined) return undefined;
    return { happened: `reason.edit.${ofEdit}`, next: 'reason.edit.next', filled };
  }
  const ofAssignment = assignmentReasons.find((known) => known === data['reason']);
  if (ofAssignment !== undefined) {
    return { happened: `reason.set.${ofAssignment}`, next: 'reason.usage.next', filled };
  }
  const reason = usageReasons.find((known) => known === data['reason']);
  if (reason === undefined) return undefined;
  return { happened: `reason.usage.${reason}`, next: 'reason.usage.next', filled };
}
