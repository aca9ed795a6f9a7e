import type { Locale } from '@core/messages/catalogue';

/** What the demo page shows, from its address; see serve.mjs for what each means. */
export interface DemoOptions {
  readonly sentenceCount: number;
  readonly hours: number;
  readonly locale: Locale | undefined;
  readonly theme: 'system' | 'light' | 'dark' | undefined;
  readonly density: 'compact' | 'comfortable' | undefined;
  /** The engine that was chosen last. */
  readonly engine: 'local' | 'flash' | 'file' | undefined;
  readonly isEmpty: boolean;
  readonly showsStart: boolean;
  /** `named`: by a project from elsewhere; `brought`: it lay beside one; `none`: none was chosen. */
  readonly media: 'none' | 'sound' | 'missing' | 'unplayable' | 'named' | 'brought';
  readonly peaks: 'ready' | 'growing';
  /** Which jobs are in the strip. */
  readonly jobs: 'none' | 'each' | 'cloud' | 'align' | 'quiet';
  readonly slowness: number;
  /** What the channels of the recording hold. */
  readonly channels: 'different' | 'right' | 'many' | 'listening';
  /** Whether the recording has sound tracks to choose from. */
  readonly hasTracks: boolean;
  /** Whether a subtitle file that is imported stays under way. */
  readonly importsForever: boolean;
  /** Whether a subtitle file is plausible text in no encoding. */
  readonly hasNoEncoding: boolean;
  /** Whether the host has dialogs of its own, as Electron does. */
  readonly isNative: boolean;
  /** Whether sentences overlap, and some have blanks too many or no text. */
  readonly hasFaults: boolean;
  /** The account of Alibaba Cloud, and what the keychain does with it. */
  readonly cloud: 'none' | 'stored' | 'absent' | 'locked' | 'environment' | 'temporary';
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
    engine: oneOf('engine', ['local', 'flash', 'file']),
    isEmpty: parameters.has('empty'),
    showsStart: parameters.has('start'),
    media:
      oneOf('media', ['none', 'sound', 'missing', 'unplayable', 'named', 'brought']) ?? 'sound',
    peaks: oneOf('peaks', ['ready', 'growing']) ?? 'ready',
    jobs: oneOf('jobs', ['cloud', 'align', 'quiet']) ?? (parameters.has('jobs') ? 'each' : 'none'),
    slowness: numberOf('slowness', 1),
    channels: oneOf('channels', ['different', 'right', 'many', 'listening']) ?? 'different',
    hasTracks: parameters.has('tracks'),
    importsForever: parameters.has('importing'),
    hasNoEncoding: parameters.has('noEncoding'),
    hasFaults: parameters.has('faults'),
    isNative: parameters.has('native'),
    cloud:
      oneOf('cloud', ['none', 'stored', 'absent', 'locked', 'environment', 'temporary']) ?? 'none',
  };
}
