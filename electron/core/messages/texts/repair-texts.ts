import type { Texts } from '../texts';

/** What was mended in a file that was read; a format may have texts of its own beside these. */
export const repairTexts = {
  'repair.byte-order-mark-removed': ['A byte order mark was left out.', '已去掉字节顺序标记。'],
  'repair.number-added': ['A missing number was added.', '已补上缺少的序号。'],
  'repair.time-rewritten': [
    'The times were not written as the format has them.',
    '时间写法不合格式，已改写。',
  ],
  'repair.negative-time-raised': ['A time below zero was set to zero.', '负时间已改为零。'],
  'repair.time-unreadable': [
    'This looks like times and cannot be read; it was kept as text.',
    '这一行像是时间，但无法识别，已作为文字保留。',
  ],
  'repair.end-raised': [
    'The cue ended before it began; it now ends where it begins.',
    '出点早于入点，已改为与入点相同。',
  ],
  'repair.cue-sorted': [
    'The cue begins before one that stands above it; cues were put in order.',
    '这条字幕早于排在它前面的字幕，已按时间排序。',
  ],
  'repair.settings-dropped': ['Settings of place or look were left out.', '位置或样式设置已略去。'],
  'repair.identifier-dropped': ['The name of the cue was left out.', '字幕的名称已略去。'],
  'repair.markup-dropped': ['Marks of formatting were left out.', '格式标记已略去。'],
  'repair.voice-dropped': [
    'A second speaker in one cue was left out.',
    '同一条字幕中的第二位说话人已略去。',
  ],
  'repair.header-added': ['The first line of the format was missing.', '缺少格式规定的首行。'],
  'repair.blank-line-added': [
    'A blank line between two cues was missing.',
    '两条字幕之间缺少空行。',
  ],
  'repair.blank-line-kept': ['A blank line within a text was kept.', '文字中的空行已保留。'],
  'repair.blank-line-dropped': ['A blank line before a text was left out.', '文字前的空行已略去。'],
  'repair.lone-number-dropped': [
    'A number without a cue was left out.',
    '没有字幕内容的序号已略去。',
  ],
  'repair.number-dropped': [
    'A number right under a text was taken for the number of the next cue.',
    '紧接在文字下面的数字已当作下一条字幕的序号。',
  ],
  'repair.cue-empty': ['The cue has no text.', '这条字幕没有文字。'],
  'repair.stray-text-dropped': [
    'Text that belongs to no cue was left out.',
    '不属于任何字幕的文字已略去。',
  ],
  'repair.character-unreadable': [
    'A character cannot be read in this encoding.',
    '有字符无法按此编码识别。',
  ],
} as const satisfies Texts;
