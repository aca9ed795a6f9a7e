import type { CharacterLevels, LevelsByLanguage } from '@core/encodings/character-levels';

/** Ranges of bytes, both ends included. */
interface Plane {
  readonly label: string;
  readonly leads: readonly [number, number];
  /** Lead bytes up to this one are of daily use. */
  readonly lastDaily: number;
  readonly trails: readonly (readonly [number, number])[];
}

const highTrails = [[0xa1, 0xfe]] as const;

/** Where each standard has its ideographs and syllables; all of them put the frequent ones first. */
const planes: Readonly<Record<keyof LevelsByLanguage, Plane>> = {
  'zh-Hans': { label: 'gb18030', leads: [0xb0, 0xf7], lastDaily: 0xd7, trails: highTrails },
  'zh-Hant': {
    label: 'big5',
    leads: [0xa4, 0xf9],
    lastDaily: 0xc6,
    trails: [[0x40, 0x7e], ...highTrails],
  },
  ja: { label: 'euc-jp', leads: [0xb0, 0xf4], lastDaily: 0xcf, trails: highTrails },
  ko: { label: 'euc-kr', leads: [0xb0, 0xc8], lastDaily: 0xc8, trails: highTrails },
};

let levels: LevelsByLanguage | undefined;

/** The characters of national standards, as the decoders of this program have them. */
export function readCharacterLevels(): LevelsByLanguage {
  levels ??= {
    'zh-Hans': readPlane(planes['zh-Hans']),
    'zh-Hant': readPlane(planes['zh-Hant']),
    ja: readPlane(planes.ja),
    ko: readPlane(planes.ko),
  };
  return levels;
}

function readPlane({ label, leads, lastDaily, trails }: Plane): CharacterLevels {
  const read = (first: number, last: number): ReadonlySet<string> => {
    const bytes: number[] = [];
    for (let lead = first; lead <= last; lead++) {
      for (const [from, to] of trails) {
        for (let trail = from; trail <= to; trail++) bytes.push(lead, trail);
      }
    }
    const text = new TextDecoder(label).decode(Uint8Array.from(bytes));
    return new Set(
      Array.from(text).filter((character) => character >= '\u3400' && character < '\ue000'),
    );
  };
  const [first, last] = leads;
  return { daily: read(first, lastDaily), all: read(first, last) };
}
