import { omitUndefined } from '../../omit-undefined';
import type { KeypadPlace } from '../markup/look';
import type { DivLevel } from './div-context';
import { findPlace, type PictureSize } from './place-of-region';
import type { ComputedLook, StyleResolver } from './styles';
import type { Attributes } from './xml';

/** A region for text at one of the nine places of the picture. */
export function describePlace(place: KeypadPlace): {
  readonly id: string;
  readonly region: Attributes;
} {
  const row = Math.floor((place - 1) / 3);
  const column = (place - 1) % 3;
  return {
    id: `place-${place}`,
    region: {
      'tts:origin': '10% 10%',
      'tts:extent': '80% 80%',
      'tts:displayAlign': ['after', 'center', 'before'][row]!,
      'tts:textAlign': ['left', 'center', 'right'][column]!,
    },
  };
}

/** How characters look in a paragraph before its spans say something, and where they stand. */
export function computeAround(
  region: Attributes | undefined,
  levels: readonly DivLevel[],
  paragraph: Attributes,
  styles: StyleResolver,
): ComputedLook {
  const around = [region ?? {}, ...levels.map(({ attributes }) => attributes), paragraph];
  return around.reduce(styles.compute, styles.initial);
}

/** Where text of that look stands in a region. */
export function placeOf(
  region: Attributes | undefined,
  { textAlign, direction }: ComputedLook,
  styles: StyleResolver,
  size: PictureSize,
): KeypadPlace | undefined {
  const specified = region === undefined ? undefined : styles.specify(region);
  return findPlace(specified, omitUndefined({ textAlign, direction }), size);
}
