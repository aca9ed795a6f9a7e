/** The colours of the theme, as a canvas takes them. */
export interface StageColours {
  readonly panel: string;
  readonly sunken: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly text: string;
  readonly muted: string;
  readonly faint: string;
  readonly accent: string;
  readonly selected: string;
  readonly spoken: string;
  readonly wave: string;
  readonly block: string;
  readonly estimatedLine: string;
  readonly estimatedSoft: string;
  readonly estimatedText: string;
  readonly problem: string;
  /** By number of hue, from 1 on; 0 is for sentences without a speaker. */
  readonly speakers: readonly string[];
  readonly font: string;
}

/** Reads the names of `styles/tokens.css` as they stand now; a change of theme makes them old. */
export function readStageColours(element: Element): StageColours {
  const style = getComputedStyle(element);
  const read = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    panel: read('color-panel'),
    sunken: read('color-sunken'),
    line: read('color-line'),
    lineStrong: read('color-line-strong'),
    text: read('color-text'),
    muted: read('color-text-muted'),
    faint: read('color-text-faint'),
    accent: read('color-accent'),
    selected: read('color-selected'),
    spoken: read('color-spoken'),
    wave: read('color-wave'),
    block: read('color-block-line'),
    problem: read('color-problem-line'),
    estimatedLine: read('color-estimated-line'),
    estimatedSoft: read('color-estimated-soft'),
    estimatedText: read('color-estimated'),
    speakers: [0, 1, 2, 3, 4, 5, 6, 7, 8].map((hue) =>
      hue === 0 ? read('color-block-line') : read(`speaker-${hue}`),
    ),
    font: nameFont(style),
  };
}

/**
 * The font of an element for a canvas. A canvas keeps what it shaped while a part of the bundled font was
 * under way; a family that no computer has, with another name each time, gets it to look again (see
 * app/load-fonts.ts).
 */
function nameFont(style: CSSStyleDeclaration): string {
  const again = style.getPropertyValue('--font-again').trim();
  return again === '' ? style.fontFamily : `${style.fontFamily}, "zimu ${again}"`;
}

/** Calls back when parts of the bundled font have arrived. @returns a function that ends it */
export function watchFonts(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ['style'] });
  return () => observer.disconnect();
}

/** Calls back when the theme changes. @returns a function that ends it */
export function watchTheme(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'class'] });
  return () => observer.disconnect();
}
