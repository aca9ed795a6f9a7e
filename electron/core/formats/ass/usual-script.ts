import type { Style } from '../../records/kinds/style-kind';
import { usualStyle } from './event-line';
import type { ScriptHeader } from './script-headers';
import type { ScriptVersion } from './script-version';

/** Fonts that come with Windows and macOS or are replaced by one that has the characters. */
const fonts: ReadonlyMap<string, string> = new Map([
  ['zh', 'Microsoft YaHei'],
  ['yue', 'Microsoft YaHei'],
  ['ja', 'Yu Gothic UI'],
  ['ko', 'Malgun Gothic'],
]);

/** What a script without a source has: its measures are in pixels of a picture of this size. */
export function listUsualHeaders({ scriptType, format }: ScriptVersion): readonly ScriptHeader[] {
  return [
    { name: 'ScriptType', value: scriptType },
    { name: 'Collisions', value: 'Normal' },
    ...(format === 'ass'
      ? [
          { name: 'WrapStyle', value: '0' },
          { name: 'ScaledBorderAndShadow', value: 'yes' },
        ]
      : []),
    { name: 'PlayResX', value: '1920' },
    { name: 'PlayResY', value: '1080' },
  ];
}

/** White with a thin edge at the bottom, of a size that is read on a television and on a phone. */
export function makeUsualStyle({ format }: ScriptVersion, language: string): Style {
  const font = fonts.get(language.split('-')[0]!.toLowerCase()) ?? 'Arial';
  const common = {
    ...{ Fontname: font, Fontsize: '60', Bold: '0', Italic: '0', BorderStyle: '1' },
    ...{ Outline: '3', Shadow: '1', Alignment: '2', Encoding: '1' },
    ...{ MarginL: '60', MarginR: '60', MarginV: '54' },
  };
  const settings =
    format === 'ass'
      ? {
          ...{ PrimaryColour: '&H00FFFFFF', SecondaryColour: '&H000000FF' },
          ...{ OutlineColour: '&H00000000', BackColour: '&H80000000' },
          ...{ Underline: '0', StrikeOut: '0', ScaleX: '100', ScaleY: '100' },
          ...{ Spacing: '0', Angle: '0' },
        }
      : {
          ...{ PrimaryColour: '16777215', SecondaryColour: '255' },
          ...{ TertiaryColour: '0', BackColour: '0', AlphaLevel: '0' },
        };
  return { id: usualStyle, place: 0, format, settings: { ...common, ...settings } };
}
