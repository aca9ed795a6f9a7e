import { z } from 'zod';
import { breakLines } from '../../cues/break-lines';
import { option } from '../../formats/option-fields';
import { stripMarkup } from '../../transcript/markup';
import { defineCheckRule } from '../check-rule';
import { countingOption } from '../counting-option';
import { type Counting, countUnits } from '../reading-units';
import { isOver, showUp } from '../show-value';

/** Characters, or columns, of the longest line. */
export const lineLength = defineCheckRule({
  id: 'line-length',
  name: ['Line length', '每行字数'],
  about: [
    'A longer line does not fit the safe area of the picture, or is broken anywhere by the player.',
    '行太长会超出画面安全区，或被播放器随意折行。',
  ],
  says: {
    long: ['A line of {value} characters, at most {limit}', '一行 {value} 字，上限 {limit}'],
    full: [
      '{value} characters, at most {limit} in all lines',
      '共 {value} 字，各行合计上限 {limit}',
    ],
  },
  limits: z.object({
    most: option(z.number().min(8).max(200).default(42), {
      label: ['Most characters per line', '每行最多字数'],
    }),
    counting: countingOption,
    lines: option(z.int().min(1).max(4).default(2), {
      label: ['Lines when broken anew', '重新断行的行数'],
    }),
  }),
  severity: 'error',
  isUsual: true,
  show: showUp,
  check({ lines }, { most, counting, lines: maxLines }, { breaksLines }) {
    let value = 0;
    for (const line of lines) {
      // No line has more units than it has UTF-16 units.
      if (line.length > value) value = Math.max(value, countUnits([line], counting));
    }
    if (!isOver(value, most)) return undefined;
    if (!breaksLines || lines.length > 1) return { says: 'long', value, limit: most };
    const isBroken = breakAnew(lines[0]!, { most, counting, maxLines }) !== undefined;
    return isBroken ? undefined : { says: 'full', value, limit: most * maxLines };
  },
  fix({ sentence, lines }, { most, counting, lines: maxLines }) {
    if (stripMarkup(sentence.text) !== sentence.text) return undefined;
    if (lines.some((line) => /^[-–—‐]/u.test(line))) return undefined;
    const broken = breakAnew(joinLines(lines), { most, counting, maxLines });
    return broken === undefined ? undefined : { text: broken.join('\n') };
  },
});

interface LineLimits {
  readonly most: number;
  readonly counting: Counting;
  readonly maxLines: number;
}

/** The lines of a text; undefined where it does not fit. */
function breakAnew(
  text: string,
  { most, counting, maxLines }: LineLimits,
): readonly string[] | undefined {
  const broken = breakLines(text, { maxLineCharacters: Math.floor(most), maxLines });
  const fits =
    broken.length <= maxLines &&
    broken.every((line) => !isOver(countUnits([line], counting), most));
  return fits ? broken : undefined;
}

/** Lines of scripts with blanks are joined by one, others by nothing. */
function joinLines(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    const isTight = wideEdge.test(text.slice(-1)) && wideEdge.test(line.slice(0, 1));
    return text + (isTight ? '' : ' ') + line;
  });
}

const wideEdge =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60]/u;
