import type { Region } from '../../records/kinds/region-kind';
import { readPercentage, splitSetting } from './setting';

/** A region as the standard computes it of its settings. */
export interface VttRegion {
  readonly id: string;
  readonly width: number;
  readonly lines: number;
  readonly regionAnchor: readonly [number, number];
  readonly viewportAnchor: readonly [number, number];
  readonly scroll: '' | 'up';
}

const initial: VttRegion = {
  id: '',
  width: 100,
  lines: 3,
  regionAnchor: [0, 100],
  viewportAnchor: [0, 100],
  scroll: '',
};

const readers: Readonly<Record<string, (value: string) => Partial<VttRegion>>> = {
  id: (value) => ({ id: value }),
  width(value) {
    const width = readPercentage(value);
    return width === undefined ? {} : { width };
  },
  lines: (value) => (/^\d+$/u.test(value) ? { lines: Number(value) } : {}),
  regionanchor(value) {
    const regionAnchor = readAnchor(value);
    return regionAnchor === undefined ? {} : { regionAnchor };
  },
  viewportanchor(value) {
    const viewportAnchor = readAnchor(value);
    return viewportAnchor === undefined ? {} : { viewportAnchor };
  },
  scroll: (value) => (value === 'up' ? { scroll: value } : {}),
};

function readAnchor(value: string): readonly [number, number] | undefined {
  const comma = value.indexOf(',');
  if (comma === -1) return undefined;
  const x = readPercentage(value.slice(0, comma));
  const y = readPercentage(value.slice(comma + 1));
  return x === undefined || y === undefined ? undefined : [x, y];
}

const mark = /^REGION[ \t]*$/u;

/** What the standard makes of a part of a file that defines a region (W3C WebVTT 6.2). */
export function computeRegion(block: string): VttRegion {
  let region = initial;
  for (const [name, value] of listPairs(block)) region = { ...region, ...readers[name]!(value) };
  return region;
}

/** Whether a part of a file, by its first line, defines a region. */
export function isRegionBlock(block: string): boolean {
  const end = block.indexOf('\n');
  return end !== -1 && mark.test(block.slice(0, end));
}

/** A region as a document has it; undefined of one without a name. */
export function readRegion(block: string, place: number): Region | undefined {
  const settings: Record<string, string> = {};
  let id = '';
  for (const [name, value] of listPairs(block)) {
    if (name === 'id') id = value;
    else if (!(name in settings) || Object.keys(readers[name]!(value)).length > 0) {
      settings[name] = value;
    }
  }
  return id === '' ? undefined : { id, place, format: 'vtt', settings };
}

/** A region as a part of a file. */
export function formatRegion({ id, settings }: Pick<Region, 'id' | 'settings'>): string {
  const lines = Object.entries(settings)
    .filter(([name]) => name !== 'id' && Object.hasOwn(readers, name))
    .map(([name, value]) => `${name}:${value.replace(/\s+/gu, '')}`);
  return ['REGION', `id:${id.replace(/\s+/gu, '_')}`, ...lines].join('\n');
}

/** Settings of the standard, below the first line. */
function listPairs(block: string): readonly (readonly [string, string])[] {
  return block
    .slice(block.indexOf('\n') + 1)
    .split(/[ \t\n\f\r]+/u)
    .map(splitSetting)
    .filter((pair) => pair !== undefined)
    .filter(([name]) => Object.hasOwn(readers, name));
}
