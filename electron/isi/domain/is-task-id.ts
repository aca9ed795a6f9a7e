/** Whether a text can be the id of a task: 32 letters and digits as far as anybody saw. */
export function isTaskId(text: string): boolean {
  return /^[\w-]{8,128}$/.test(text);
}
