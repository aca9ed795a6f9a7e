import type { Texts } from '../texts';

/** What is said of a text that is given to a recording: how it was read, and what of it is not said. */
export const givenTextTexts = {
  'cli.help.encoding': [
    'encoding of the text (gb18030, windows-1252 …); by default it is found out',
    '文本的编码（gb18030、windows-1252 等）；默认自动判断',
  ],
  'cli.readAs': ['{path}: read as {encoding}', '{path}：按 {encoding} 编码读取'],
  'cli.unspoken': [
    'Not said in the recording, so without times and not in the result ({count}):',
    '录音中没有说到，因此没有时间，也未写入结果（{count} 条）：',
  ],
  'cli.formatOfName': [
    '--format {format} contradicts the ending {ending} of --out; leave one of them out.',
    '--format {format} 与 --out 的扩展名 {ending} 矛盾，请只保留其中之一。',
  ],
} as const satisfies Texts;
