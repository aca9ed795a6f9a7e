/** The service knows a task and its result this long (protocol §3.2). */
export const taskLifeHours = 72;

/**
 * Whether the service will have forgotten a task; it costs a person's account again then.
 * @param submittedAtMs when it was handed in, ms since 1970; undefined where nobody knows: no
 * @param nowMs ms since 1970
 */
export function isTaskExpired(submittedAtMs: number | undefined, nowMs: number): boolean {
  return submittedAtMs !== undefined && nowMs - submittedAtMs >= taskLifeHours * 3_600_000;
}
