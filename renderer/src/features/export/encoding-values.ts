import { encodingLabels } from '@core/encodings/text-encodings';
import type { TextEncoding } from '@core/formats/format';
import { isUsuallyMarked } from '@core/formats/text-form';

const marked = '+mark';

/** What a text can be encoded in, as values of a field. */
export const encodingValues: readonly string[] = [
  'utf-8',
  `utf-8${marked}`,
  ...encodingLabels
    .filter((label) => label !== 'utf-8')
    .map((label) => toEncodingValue({ label, hasMark: isUsuallyMarked(label) })),
];

/** The value of an encoding in a field. */
export function toEncodingValue({ label, hasMark }: TextEncoding): string {
  return hasMark ? `${label}${marked}` : label;
}

/** What {@link toEncodingValue} made a value of. */
export function fromEncodingValue(value: string): TextEncoding {
  return value.endsWith(marked)
    ? { label: value.slice(0, -marked.length), hasMark: true }
    : { label: value, hasMark: false };
}
