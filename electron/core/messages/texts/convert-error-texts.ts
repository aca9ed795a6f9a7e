import type { Texts } from '../texts';

/** What happened and what to do next, of texts that are written in another form. */
export const convertErrorTexts = {
  'error.text/encoding-lacks.happened': [
    '{encoding} has no place for {count} {count|character|characters} of the text: {characters}. Nothing was written.',
    '{encoding} 编码中没有文字里的 {count} 个字符：{characters}。没有写入任何内容。',
  ],
  'error.text/encoding-lacks.next': [
    'Choose an encoding that has all characters: UTF-8.',
    '请改用包含所有字符的编码：UTF-8。',
  ],
} as const satisfies Texts;
