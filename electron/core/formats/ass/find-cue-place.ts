import type { Region } from '../../records/kinds/region-kind';
import type { Sentence } from '../../transcript/sentence';
import type { KeypadPlace } from '../markup/look';
import { findVersion } from './script-version';

/** Overrides by which a text says itself where it stands. */
const ownPlace = /\\(?:an?\d|pos\(|move\()/u;
const percentage = /^(-?\d+(?:\.\d+)?)%/u;
const anchor = /^(\d+(?:\.\d+)?)%,(\d+(?:\.\d+)?)%$/u;
/** As many lines as a picture has where WebVTT counts them. */
const linesOfPicture = 15;

type Settings = Readonly<Record<string, string>>;

/**
 * The ninth of the picture where settings of WebVTT, or its region, put a cue [FM34]; other formats have
 * their places as marks in the text.
 * @returns undefined at the bottom in the middle, and where the text itself says it
 */
export function findCuePlace(
  { source, region, text }: Sentence,
  regions: ReadonlyMap<string, Region>,
): KeypadPlace | undefined {
  const settings = source?.settings;
  const isOwn = findVersion(source?.format) !== undefined;
  if (isOwn || (settings === undefined && region === undefined)) return undefined;
  if (settings?.['vertical'] !== undefined || ownPlace.test(text)) return undefined;
  const around = region === undefined ? undefined : regions.get(region)?.settings;
  const [, x, y] = anchor.exec(around?.['viewportanchor'] ?? '') ?? [];
  const row = y === undefined ? findRow(settings?.['line']) : thirdOf(100 - Number(y));
  const column =
    x === undefined || Number(around?.['width']?.replace('%', '') ?? 100) > 50
      ? findColumn(settings ?? {})
      : thirdOf(Number(x));
  const place = (1 + row * 3 + column) as KeypadPlace;
  return place === 2 ? undefined : place;
}

/** From the bottom. */
function findRow(line: string | undefined): 0 | 1 | 2 {
  if (line === undefined) return 0;
  const percent = percentage.exec(line)?.[1];
  if (percent !== undefined) return thirdOf(100 - Number(percent));
  const number = Number.parseInt(line, 10);
  if (Number.isNaN(number)) return 0;
  const fromTop = number < 0 ? linesOfPicture + number : number;
  return thirdOf(100 - (fromTop / linesOfPicture) * 100);
}

/** From the left. */
function findColumn({ align, position }: Settings): 0 | 1 | 2 {
  const percent = percentage.exec(position ?? '')?.[1];
  const at = percent === undefined ? undefined : thirdOf(Number(percent));
  if (align === 'left' || align === 'start') return at ?? 0;
  if (align === 'right' || align === 'end') return at ?? 2;
  return at ?? 1;
}

function thirdOf(percent: number): 0 | 1 | 2 {
  return percent < 35 ? 0 : percent > 65 ? 2 : 1;
}
