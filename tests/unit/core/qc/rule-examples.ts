import type { CheckContext } from '@core/qc/check-rule';
import type { ShortCue } from './make-cues';

/** A rule shown by what passes and what does not. */
export interface RuleExample {
  /** Of the profile; by default the rule's own. */
  readonly limits?: Readonly<Record<string, unknown>>;
  readonly context?: Partial<CheckContext>;
  /** Words that were measured end at the same times as they do here. */
  readonly wordsMs?: readonly [number, number];
  readonly passes: readonly ShortCue[];
  readonly fails: readonly ShortCue[];
  /** Which cue fails, from 1; by default the first. */
  readonly failing?: number;
  readonly value?: number;
  readonly limit?: number;
  /** What a fix makes of it; `[]` where the cue goes. Absent: nothing can be mended. */
  readonly fixed?: readonly ShortCue[];
}

/** At least one for each rule, by its id. */
export const ruleExamples: Readonly<Record<string, readonly RuleExample[]>> = {
  empty: [{ passes: [[0, 1000, 'Rain']], fails: [[0, 1000, '<i> </i>']], fixed: [] }],
  order: [
    {
      passes: [
        [0, 1000, 'One'],
        [1000, 2000, 'Two'],
      ],
      fails: [
        [0, 1000, 'One'],
        [0, 2000, 'Two'],
      ],
      failing: 2,
    },
    { passes: [[0, 1, 'One']], fails: [[500, 500, 'One']] },
  ],
  overlap: [
    {
      passes: [
        [0, 1000, 'One'],
        [1000, 2000, 'Two'],
      ],
      fails: [
        [0, 1001, 'One'],
        [1000, 2000, 'Two'],
      ],
      ...{ failing: 2, value: 1, limit: 0 },
    },
    {
      // At another place of the picture nothing is in the way.
      passes: [
        [0, 5000, '{\\an8}Above'],
        [1000, 2000, 'Below'],
      ],
      // The one that is shown longest stands farther back than the one before.
      fails: [
        [0, 9000, 'Long'],
        [1000, 2000, 'Short'],
        [3000, 4000, 'Late'],
      ],
      ...{ failing: 3, value: 1000, limit: 0 },
    },
  ],
  duplicate: [
    {
      passes: [
        [0, 1000, 'Come on!'],
        [2001, 3000, 'Come on!'],
      ],
      fails: [
        [0, 1000, 'Come on!'],
        [2000, 3000, 'Come on!'],
      ],
      failing: 2,
    },
  ],
  gap: [
    {
      passes: [
        [0, 1000, 'One'],
        [1083, 2000, 'Two'],
      ],
      fails: [
        [0, 1000, 'One'],
        [1082, 2000, 'Two'],
      ],
      ...{ value: 82, limit: 83 },
      fixed: [
        [0, 999, 'One'],
        [1082, 2000, 'Two'],
      ],
    },
    {
      limits: { closeUnderMs: 500 },
      passes: [
        [0, 1000, 'One'],
        [1500, 2000, 'Two'],
      ],
      fails: [
        [0, 1000, 'One'],
        [1499, 2000, 'Two'],
      ],
      ...{ value: 499, limit: 500 },
      fixed: [
        [0, 1416, 'One'],
        [1499, 2000, 'Two'],
      ],
    },
    {
      context: { frameRate: { numerator: 25, denominator: 1 } },
      passes: [
        [0, 1000, 'One'],
        [1080, 2000, 'Two'],
      ],
      fails: [
        [0, 1000, 'One'],
        [1079, 2000, 'Two'],
      ],
      ...{ value: 79, limit: 80 },
      fixed: [
        [0, 999, 'One'],
        [1079, 2000, 'Two'],
      ],
    },
  ],
  duration: [
    {
      passes: [[0, 833, 'Yes.']],
      fails: [[0, 832, 'Yes.']],
      ...{ value: 832, limit: 833 },
      fixed: [[0, 833, 'Yes.']],
    },
    { passes: [[0, 7000, 'Yes.']], fails: [[0, 7001, 'Yes.']], value: 7001, limit: 7000 },
  ],
  'shot-changes': [
    {
      context: { shotsMs: [2000] },
      passes: [[2000, 4000, 'At the cut']],
      fails: [[2200, 4000, 'After the cut']],
      ...{ value: 200, limit: 500 },
    },
    {
      context: { shotsMs: [2000] },
      passes: [[0, 1917, 'Two frames before']],
      fails: [[0, 2100, 'Over the cut']],
      ...{ value: 100, limit: 500 },
    },
  ],
  'outside-speech': [
    {
      wordsMs: [1000, 2000],
      passes: [[500, 3500, 'Hello']],
      fails: [[500, 3501, 'Hello']],
      ...{ value: 1501, limit: 1500 },
    },
    {
      wordsMs: [1000, 2000],
      passes: [[1200, 2000, 'Hello']],
      fails: [[1201, 2000, 'Hello']],
      ...{ value: 201, limit: 200 },
    },
  ],
  blanks: [
    {
      passes: [[0, 1000, 'Over the\nhills']],
      fails: [[0, 1000, 'Over  the\nhills']],
      fixed: [[0, 1000, 'Over the\nhills']],
    },
    {
      passes: [[0, 1000, '走吧']],
      fails: [[0, 1000, '\u3000走吧 ']],
      fixed: [[0, 1000, '走吧']],
    },
  ],
  brackets: [
    { passes: [[0, 1000, '他说：“走（现在）！”']], fails: [[0, 1000, '他说：“走（现在！”']] },
    { passes: [[0, 1000, '"Go," she said.']], fails: [[0, 1000, '"Go, she said.']] },
  ],
  'full-width-marks': [
    {
      context: { language: 'zh' },
      passes: [[0, 1000, '走吧，现在！用 3.5 寸的。']],
      fails: [[0, 1000, '走吧,现在!用 3.5 寸的.']],
      fixed: [[0, 1000, '走吧，现在！用 3.5 寸的。']],
    },
  ],
  ellipsis: [
    {
      limits: { form: 'middle' },
      passes: [[0, 1000, '也许⋯']],
      fails: [[0, 1000, '也许……']],
      fixed: [[0, 1000, '也许⋯']],
    },
    {
      passes: [[0, 1000, 'Well…']],
      fails: [[0, 1000, 'Well...']],
      fixed: [[0, 1000, 'Well…']],
    },
  ],
  'dialogue-dashes': [
    {
      passes: [[0, 1000, '-Where?\n-There.']],
      fails: [[0, 1000, '- Where?\n- There.']],
      fixed: [[0, 1000, '-Where?\n-There.']],
    },
    { passes: [[0, 1000, '-10 degrees']], fails: [[0, 1000, '-Where?\nThere.']] },
  ],
  italics: [
    {
      passes: [[0, 1000, '走吧']],
      fails: [[0, 1000, '<i>走吧</i>']],
      fixed: [[0, 1000, '走吧']],
    },
  ],
  'line-edges': [
    { passes: [[0, 1000, '她读过《红楼梦》\n三遍']], fails: [[0, 1000, '她读过《\n红楼梦》三遍']] },
    { passes: [[0, 1000, '走吧，\n现在']], fails: [[0, 1000, '走吧\n，现在']] },
  ],
  lines: [
    {
      passes: [[0, 1000, 'One\ntwo']],
      fails: [[0, 1000, 'One\ntwo\nthree']],
      ...{ value: 3, limit: 2 },
    },
  ],
  'line-length': [
    {
      limits: { most: 16 },
      passes: [[0, 9000, '一二三四五六七八九十一二三四五六']],
      fails: [[0, 9000, '我们明天一早就坐火车去看望奶奶和爷爷']],
      ...{ value: 18, limit: 16 },
      fixed: [[0, 9000, '我们明天一早就坐\n火车去看望奶奶和爷爷']],
    },
    {
      passes: [[0, 9000, 'x'.repeat(42)]],
      fails: [[0, 9000, 'x'.repeat(43)]],
      ...{ value: 43, limit: 42 },
    },
    {
      context: { breaksLines: true },
      passes: [[0, 9000, `${'x'.repeat(42)} ${'y'.repeat(42)}`]],
      fails: [[0, 9000, `${'x'.repeat(42)} ${'y'.repeat(43)}`]],
      ...{ value: 86, limit: 84 },
    },
    {
      limits: { most: 8, counting: 'half-narrow' },
      passes: [[0, 9000, '用 USB 接口硬盘']],
      fails: [[0, 9000, '用 USB3 接口的硬盘']],
      ...{ value: 9, limit: 8 },
      fixed: [[0, 9000, '用 USB3\n接口的硬盘']],
    },
  ],
  'reading-speed': [
    {
      passes: [[0, 1000, 'x'.repeat(20)]],
      fails: [[0, 1000, 'x'.repeat(21)]],
      ...{ value: 21, limit: 20 },
      fixed: [[0, 1050, 'x'.repeat(21)]],
    },
    {
      limits: { mostPerSecond: 4, counting: 'no-marks' },
      passes: [[0, 1000, '走吧，现在！']],
      fails: [[0, 1000, '走吧，现在去！']],
      ...{ value: 5, limit: 4 },
      fixed: [[0, 1250, '走吧，现在去！']],
    },
  ],
  'words-per-minute': [
    {
      passes: [[0, 1000, 'one two three']],
      fails: [[0, 1000, 'one two three four']],
      ...{ value: 240, limit: 180 },
    },
  ],
  'one-word': [
    {
      passes: [
        [0, 1000, 'We went home.'],
        [1100, 2000, 'Yes.'],
      ],
      fails: [
        [0, 1000, 'We went to the'],
        [1100, 2000, 'river.'],
      ],
      failing: 2,
    },
  ],
  'mid-phrase': [
    {
      passes: [[0, 1000, 'We went home\nto the river.']],
      fails: [[0, 1000, 'We went home to the\nriver.']],
    },
    {
      context: { language: 'zh' },
      passes: [[0, 1000, '他现在\n很高兴']],
      fails: [[0, 1000, '今天我们在\n公园里散步']],
    },
    {
      passes: [
        [0, 1000, 'We met Mr. Smith'],
        [1000, 2000, 'at noon.'],
      ],
      fails: [
        [0, 1000, 'At noon we met Mr.'],
        [1000, 2000, 'Smith.'],
      ],
    },
  ],
  'estimated-words': [
    {
      wordsMs: [0, 1000],
      passes: [[0, 1000, 'Hello']],
      fails: [[0, 1000, 'Hello there']],
      value: 2,
      limit: 0,
    },
  ],
  numbers: [
    {
      limits: { wordsUpTo: 10 },
      passes: [[0, 1000, 'We met ten people at 5:30, paid $3 and saw 11 more.']],
      fails: [[0, 1000, 'We met 3 people.']],
    },
    {
      passes: [[0, 1000, '今年是2026年']],
      fails: [[0, 1000, '今年是２０２６年']],
      fixed: [[0, 1000, '今年是2026年']],
    },
  ],
  'script-mixture': [
    {
      limits: { script: 'simplified' },
      passes: [[0, 1000, '我们后面见']],
      fails: [[0, 1000, '我們后面见']],
    },
    {
      limits: { script: 'traditional' },
      passes: [[0, 1000, '我們後面見']],
      fails: [[0, 1000, '我們後面见']],
    },
    { passes: [[0, 1000, '我們後面見']], fails: [[0, 1000, '我們后面见']] },
  ],
  'speaker-labels': [
    { passes: [[0, 1000, 'At 5:30 we left: all of us.']], fails: [[0, 1000, 'Anna: We left.']] },
    {
      limits: { form: 'brackets' },
      passes: [[0, 1000, '[Anna] We left.']],
      fails: [[0, 1000, '安娜：我们走了。']],
    },
  ],
  'forced-narrative': [
    {
      passes: [[0, 1000, 'ROAD CLOSED\nUNTIL MAY']],
      fails: [[0, 1000, 'ROAD CLOSED\nTurn round, then.']],
    },
  ],
  'listed-words': [
    { passes: [[0, 1000, 'What a hullabaloo in Scunthorpe!']], fails: [[0, 1000, '你他妈的走开']] },
    {
      limits: { words: 'damn c++' },
      passes: [[0, 1000, 'The condamnation of C']],
      fails: [[0, 1000, 'Damn it.']],
    },
  ],
  unreviewed: [
    {
      context: { reviewed: new Set(['c1']) },
      passes: [[0, 1000, 'Hello']],
      fails: [
        [0, 1000, 'Hello'],
        [1000, 2000, 'there'],
      ],
      failing: 2,
    },
  ],
};
