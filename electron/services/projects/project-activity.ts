/** What goes on in projects, for whoever must not disturb it. */
export interface ProjectActivity {
  /** Text of a sentence is being typed in a window, or no longer. */
  type(projectId: string, sentenceId: string, origin: string, isTyped: boolean): void;
  isTyped(projectId: string, sentenceId: string): boolean;
  /** The document has changed. */
  tell(projectId: string): void;
  /** Fulfilled by the next of either, or by the signal. */
  untilChanged(projectId: string, signal: AbortSignal): Promise<void>;
}

/** Knows nothing of what was typed in an earlier run of the studio: no field is open on it. */
export function createProjectActivity(): ProjectActivity {
  /** Sentence and window, by project. */
  const typed = new Map<string, Map<string, string>>();
  const waiting = new Map<string, Set<() => void>>();
  const tell = (projectId: string): void => {
    for (const wake of [...(waiting.get(projectId) ?? [])]) wake();
  };
  return {
    type(projectId, sentenceId, origin, isTyped) {
      const fields = typed.get(projectId) ?? new Map<string, string>();
      const field = JSON.stringify([sentenceId, origin]);
      if (isTyped) fields.set(field, sentenceId);
      else fields.delete(field);
      if (fields.size > 0) typed.set(projectId, fields);
      else typed.delete(projectId);
      tell(projectId);
    },
    isTyped: (projectId, sentenceId) =>
      [...(typed.get(projectId)?.values() ?? [])].includes(sentenceId),
    tell,
    untilChanged: (projectId, signal) =>
      new Promise((fulfil) => {
        const wakes = waiting.get(projectId) ?? new Set();
        waiting.set(projectId, wakes);
        const wake = (): void => {
          signal.removeEventListener('abort', wake);
          wakes.delete(wake);
          if (wakes.size === 0 && waiting.get(projectId) === wakes) waiting.delete(projectId);
          fulfil();
        };
        wakes.add(wake);
        if (signal.aborted) wake();
        else signal.addEventListener('abort', wake);
      }),
  };
}
