import { z } from 'zod';
import { option } from '../../formats/option-fields';
import { defineCheckRule } from '../check-rule';

/** What nobody should hear before the watershed; broadcasters replace it by lists of their own. */
const strongWords =
  'fuck fucking fucked fucker motherfucker shit bullshit cunt bitch asshole bastard ' +
  '他妈的 操你妈 傻逼 王八蛋 狗娘养的 滚蛋';

/** Words that are not to be used. */
export const listedWords = defineCheckRule({
  id: 'listed-words',
  name: ['Listed words', '禁用词'],
  about: [
    'Words that whoever takes the subtitles does not want; strong language unless a list is given.',
    '交付方不接受的词；未给词表时为粗话。',
  ],
  says: { listed: ['On the list: {piece}', '在禁用词表中：{piece}'] },
  limits: z.object({
    words: option(z.string().max(20_000).optional(), {
      label: ['Words, parted by blanks', '词表（以空格分隔）'],
      example: 'damn hell',
    }),
  }),
  severity: 'warning',
  isUsual: false,
  check({ seen }, { words = strongWords }) {
    const found = patternOf(words)?.exec(seen);
    return found === null || found === undefined ? undefined : { says: 'listed', piece: found[0] };
  },
});

const patterns = new Map<string, RegExp | undefined>();

/** Whole words of scripts with blanks, and anything of the others. */
function patternOf(words: string): RegExp | undefined {
  if (!patterns.has(words)) {
    const list = words
      .split(/\s+/u)
      .filter((word) => word !== '')
      .map((word) => word.replace(/[.*+?^${}()|[\]\\/-]/gu, String.raw`\$&`))
      .map((word) => (/^[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(word) ? whole(word) : word));
    patterns.set(words, list.length === 0 ? undefined : new RegExp(list.join('|'), 'iu'));
  }
  return patterns.get(words);
}

function whole(word: string): string {
  return String.raw`(?<![\p{L}\p{N}])${word}(?![\p{L}\p{N}])`;
}
