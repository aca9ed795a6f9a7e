import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatCueLine } from '../../../../../electron/core/formats/ass/cue-line';
import {
  findColumns,
  noSettings,
  parseEvent,
} from '../../../../../electron/core/formats/ass/event-line';
import { readScriptText } from '../../../../../electron/core/formats/ass/script-text';
import { advancedVersion } from '../../../../../electron/core/formats/ass/script-version';
import { writeScriptText } from '../../../../../electron/core/formats/markup/ass-dialect';

const pieces = fc.constantFrom(
  ...['a', ' ', '灯', '}', ',', '\\N', '{\\i1}', '{\\i0}', '{\\fnArial\\b1}', '{\\c&H0000FF&}'],
  ...[
    '{note}',
    '{\\an8}',
    '{\\p1}',
    '{\\k20}',
    '\\n',
    '\\h',
    '\\{',
    '{',
    '\\',
    '{\\i1\\N}',
    '{\\i{1}',
  ],
);
const rawText = fc.array(pieces, { maxLength: 7 }).map((parts) => parts.join(''));
const place = (at: number): string => `\\an${at}`;
const span = { beginMs: 0, endMs: 1000 };

test('[FM32] the direct way of reading and writing texts gives what the careful one gives', () => {
  fc.assert(
    fc.property(rawText, (raw) => {
      // A no-break space needs the careful way; in the open it changes nothing before it.
      fc.pre(!/\\$|\{[^}]*$|\\p/u.test(raw));
      const text = readScriptText(raw, ' ');
      expect(readScriptText(`${raw}\\h`, ' ')).toBe(`${text}\u00a0`);
      expect(writeScriptText(`${text}\u00a0`, span, place)).toBe(
        `${writeScriptText(text, span, place)}\\h`,
      );
    }),
    { numRuns: 1000 },
  );
});

const field = (usual: string, ...odd: string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...odd) },
  );
const line = fc
  .tuple(
    field('0', '1', ' 0', ''),
    field('0:00:01.00', '0:00:01.000', '-0:00:01.00', 'x'),
    field('0:00:02.00', '0:00:01.00', ' 0:00:02.00', '0:00:99.00'),
    field('Default', 'Sign', '*Default', ''),
    field('', 'Anna', 'NTP'),
    ...['0', '0', '0'].map((margin) => field(margin, '10', '0000')),
    field('', 'fade'),
    rawText,
  )
  .map((fields) => `Dialogue: ${fields.join(',')}`);

test('[FM30] the direct way of writing events gives what the careful one gives', () => {
  const columns = findColumns(advancedVersion.eventColumns);
  fc.assert(
    fc.property(line, (given) => {
      const event = parseEvent(given, 10, columns, ' ');
      if (event === undefined) return;
      const direct = { ...event, settings: noSettings };
      // Another object without settings is not known to be one.
      const careful = { ...event, settings: {} };
      expect(formatCueLine(direct, columns, advancedVersion)).toBe(
        formatCueLine(careful, columns, advancedVersion),
      );
    }),
    { numRuns: 1000 },
  );
});
