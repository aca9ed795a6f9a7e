import type { Locale } from '@core/messages/catalogue';

/** What the demo page shows, from its address; see serve.mjs for what each means. */
export interface DemoOptions {
  readonly sentenceCount: number;
  readonly hours: number;
  readonly locale: Locale | undefined;
  readonly theme: 'system' | 'light' | 'dark' | undefined;
  readonly density: 'compact' | 'comfortable' | undefined;
  /** The engine that was chosen last. */
  readonly engine: 'local' | 'flash' | undefined;
  readonly isEmpty: boolean;
  readonly showsStart: boolean;
  readonly media: 'sound' | 'missing' | 'unplayable';
  readonly peaks: 'ready' | 'growing';
  readonly withJobs: boolean;
  readonly slowness: number;
  /** The account of Alibaba Cloud, and what the keychain does with it. */
  readonly cloud: 'none' | 'stored' | 'absent' | 'locked' | 'environment';
}

/** Reads the query of the page's address; what is left out or makes no sense has its default. */
export function parseDemoOptions(query: string): DemoOptions {
  const parameters = new URLSearchParams(query);
  const oneOf = <Value extends string>(name: string, values: readonly Value[]): Value | undefined =>
    values.find((value) => value === parameters.get(name));
  const numberOf = (name: string, usual: number): number => {
    const value = Number(parameters.get(name) ?? NaN);
    return Number.isFinite(value) && value >= 0 ? value : usual;
  };
  return {
    sentenceCount: Math.floor(numberOf('sentences', 240)),
    hours: Math.max(0.002, numberOf('hours', 0.25)),
    locale: oneOf('locale', ['en', 'zh-CN']),
    theme: oneOf('theme', ['system', 'light', 'dark']),
    density: oneOf('density', ['compact', 'comfortable']),
    engine: oneOf('engine', ['local', 'flash']),
    isEmpty: parameters.has('empty'),
    showsStart: parameters.has('start'),
    media: oneOf('media', ['sound', 'missing', 'unplayable']) ?? 'sound',
    peaks: oneOf('peaks', ['ready', 'growing']) ?? 'ready',
    withJobs: parameters.has('jobs'),
    slowness: numberOf('slowness', 1),
    cloud: oneOf('cloud', ['none', 'stored', 'absent', 'locked', 'environment']) ?? 'none',
  };
}
