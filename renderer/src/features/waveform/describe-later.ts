/** Said when what is in sight has come to rest: nobody listens to every frame of a scroll. */
const restMs = 400;

export interface LateDescription {
  /** What is in sight changed. */
  readonly refresh: () => void;
  readonly end: () => void;
}

/**
 * Keeps the words about a stage up to date while it has the focus.
 * @param element what `aria-describedby` of the stage names
 */
export function describeLater(
  stage: HTMLElement,
  element: HTMLElement,
  describe: () => string,
): LateDescription {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = (): void => {
    timer = undefined;
    element.textContent = describe();
  };
  const refresh = (): void => {
    if (document.activeElement !== stage) return;
    timer ??= setTimeout(say, restMs);
  };
  stage.addEventListener('focus', say);
  return {
    refresh,
    end: () => {
      clearTimeout(timer);
      stage.removeEventListener('focus', say);
    },
  };
}
