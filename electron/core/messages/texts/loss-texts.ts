import type { Texts } from '../texts';

/** What a file format cannot hold. */
export const lossTexts = {
  'loss.times': ['times', '时间'],
  'loss.speakers': ['speakers of {count} {count|sentence|sentences}', '{count} 句的说话人'],
  'loss.word-times': ['word times of {count} {count|sentence|sentences}', '{count} 句的词语时间'],
  'loss.channels': ['channels of {count} {count|sentence|sentences}', '{count} 句的声道'],
  'loss.styles': ['{count} {count|style|styles}', '{count} 个样式'],
  'loss.regions': ['{count} {count|region|regions}', '{count} 个区域'],
  'loss.comments': ['{count} {count|comment|comments}', '{count} 条备注'],
  'loss.second-texts': ['{count} {count|translation|translations}', '{count} 条译文'],
  'loss.blanks': ['{count} {count|sentence|sentences} without text', '{count} 句没有文字'],
  'loss.markup': [
    'look of {count} {count|text|texts} (italics, colours)',
    '{count} 句文字的样式（斜体、颜色等）',
  ],
  'loss.cue-settings': [
    'place or other settings of {count} {count|cue|cues}',
    '{count} 条字幕的位置等设置',
  ],
  'loss.before-zero': [
    'times of {count} {count|cue|cues} that would end before zero',
    '{count} 条字幕的时间（移动后早于零点）',
  ],
  'loss.sections': [
    '{count} {count|part|parts} of the source file, such as styles and comments',
    '源文件中的 {count} 处样式、注释等内容',
  ],
} as const satisfies Texts;
