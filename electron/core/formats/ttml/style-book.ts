import { pick } from './restate-times';
import type { Attributes } from './xml';

/** Attributes that a strict profile allows in styles alone. */
const ofStyle = /^(?:tts:|ebutts:|itts:)/u;
/** Those of EBU-TT-D that a region says itself. */
const ofRegion =
  /^tts:(?:origin|extent|displayAlign|padding|writingMode|showBackground|overflow)$/u;
/** No style, but what a span is. */
const isRole = /^tts:ruby$/u;

/** Styles that are written, with those made on the way. */
export interface StyleBook {
  readonly styles: ReadonlyMap<string, Attributes>;
  /** Attributes as the profile allows them: what belongs to a style is one that is referred to. */
  readonly refer: (attributes: Attributes, kind: 'content' | 'region') => Attributes;
}

export function makeStyleBook(
  given: ReadonlyMap<string, Attributes>,
  isStrict: boolean,
): StyleBook {
  const styles = new Map(given);
  const ids = new Map([...given].map(([id, settings]) => [JSON.stringify(settings), id]));
  const name = (settings: Attributes): string => {
    const key = JSON.stringify(settings);
    let id = ids.get(key);
    if (id === undefined) {
      let number = ids.size + 1;
      while (styles.has(`style-${number}`)) number++;
      id = `style-${number}`;
      ids.set(key, id);
      styles.set(id, settings);
    }
    return id;
  };
  return {
    styles,
    refer: (attributes, kind) => {
      const moves = (one: string): boolean =>
        ofStyle.test(one) && !isRole.test(one) && !(kind === 'region' && ofRegion.test(one));
      if (!isStrict || !Object.keys(attributes).some(moves)) return attributes;
      const style = [attributes['style'], name(pick(attributes, moves))]
        .filter((id) => id !== undefined)
        .join(' ');
      return { style, ...pick(attributes, (one) => !moves(one) && one !== 'style') };
    },
  };
}
