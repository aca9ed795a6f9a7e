/** What goes on in projects, for whoever must not disturb it. */
export interface ProjectActivity {
  /** Text of a sentence is being typed, or no longer. */
  type(projectId: string, sentenceId: string, isTyped: boolean): void;
  isTyped(projectId: string, sentenceId: string): boolean;
  /** The document has changed. */
  tell(projectId: string): void;
  /** Fulfilled by the next of either, or by the signal. */
  untilChanged(projectId: string, signal: AbortSignal): Promise<void>;
}

/** Knows nothing of what was typed in an earlier run of the studio: no field is open on it. */
export function createProjectActivity(): ProjectActivity {
  const typed = new Map<string, Set<string>>();
  const waiting = new Map<string, Set<() => void>>();
  const tell = (projectId: string): void => {
    for (const wake of [...(waiting.get(projectId) ?? [])]) wake();
  };
  return {
    type(projectId, sentenceId, isTyped) {
      const ids = typed.get(projectId) ?? new Set();
      if (isTyped) ids.add(sentenceId);
      else ids.delete(sentenceId);
      if (ids.size > 0) typed.set(projectId, ids);
      else typed.delete(projectId);
      tell(projectId);
    },
    isTyped: (projectId, sentenceId) => typed.get(projectId)?.has(sentenceId) === true,
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
