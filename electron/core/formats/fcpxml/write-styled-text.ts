import { escapeMarkup } from '../escape-markup';
import type { Look, StyledText } from '../markup/look';
import { readLook } from '../markup/read-look';

const titleFont = 'font="Helvetica" fontSize="60" fontColor="COLOR" alignment="center"';
const captionFont =
  'font=".AppleSystemUIFont" fontSize="13" fontFace="Regular" fontColor="COLOR" backgroundColor="0 0 0 1"';
const white = '1 1 1 1';

/**
 * The text of a title or caption with a style for each of its looks.
 * @param number of the cue, so that no two styles have one id
 */
export function writeStyledText(
  text: string,
  number: number,
  isCaption: boolean,
): { readonly xml: string; readonly isWhole: boolean } {
  const { runs, place }: StyledText =
    text.search(/[<{]/u) === -1 ? { runs: [{ text, look: {} }] } : readLook(text);
  const ids = new Map<string, string>();
  const said = runs
    .map(({ text: characters, look }) => {
      const style = describeStyle(look, isCaption ? captionFont : titleFont);
      const id = ids.get(style) ?? `ts${number}-${ids.size + 1}`;
      ids.set(style, id);
      return `<text-style ref="${id}">${escapeMarkup(characters)}</text-style>`;
    })
    .join('');
  const styles = [...ids]
    .map(([style, id]) => `<text-style-def id="${id}"><text-style ${style}/></text-style-def>`)
    .join('');
  const placement = isCaption
    ? ` placement="${place !== undefined && place >= 7 ? 'top' : 'bottom'}"`
    : '';
  const isPlaced = place === undefined || place === 2 || (isCaption && place === 8);
  return {
    xml: `<text${placement}>${said}</text>${styles}`,
    isWhole: isPlaced && runs.every(({ look }) => isHeld(look)),
  };
}

function describeStyle({ bold, italic, underline, color }: Look, font: string): string {
  return [
    font.replace('COLOR', color === undefined ? white : toShares(color)),
    ...(bold === true ? ['bold="1"'] : []),
    ...(italic === true ? ['italic="1"'] : []),
    ...(underline === true ? ['underline="1"'] : []),
  ].join(' ');
}

/** `#rrggbb` as shares of red, green and blue, and none of it clear. */
function toShares(color: string): string {
  const share = (at: number): string =>
    String(Number((Number.parseInt(color.slice(at, at + 2), 16) / 255).toFixed(4)));
  return `${share(1)} ${share(3)} ${share(5)} 1`;
}

function isHeld({ strike, fontFamily, fontSize, classes, ruby }: Look): boolean {
  return [strike, fontFamily, fontSize, classes, ruby].every((value) => value === undefined);
}
