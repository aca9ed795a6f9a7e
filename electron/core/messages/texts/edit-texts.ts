import type { Texts } from '../texts';

/** Names of edits, as undo and redo say them. */
export const editTexts = {
  'edit.setText': ['Change text', '修改文字'],
  'edit.setTimes': ['Change times', '修改时间'],
  'edit.setWordTimes': ['Move word', '移动词语'],
  'edit.split': ['Split sentence', '拆分句子'],
  'edit.merge': ['Merge sentences', '合并句子'],
  'edit.remove': ['Delete sentences', '删除句子'],
  'edit.insert': ['Insert sentence', '插入句子'],
  'edit.setSpeaker': ['Change speaker', '修改说话人'],
  'edit.shift': ['Shift in time', '平移时间'],
  'edit.addSentences': ['Add sentences', '添加句子'],
  'edit.importText': ['Import subtitles', '导入字幕'],
  'edit.fixCues': ['Fix problems', '修正问题'],
  'edit.setProperties': ['Change project details', '修改项目信息'],
  'edit.transcribe': ['Transcribe', '转写'],
  'edit.unknown': ['Change', '修改'],
} as const satisfies Texts;

/** Why an edit was refused, by the reasons of `edits/refuse-edit.ts`, and what to do next. */
export const editReasonTexts = {
  'reason.edit.times-not-whole': [
    'The time is not a whole number of milliseconds.',
    '时间不是整数毫秒。',
  ],
  'reason.edit.begin-before-zero': [
    'The begin lies before the start of the recording.',
    '入点早于录音开头。',
  ],
  'reason.edit.end-before-begin': ['The end lies before the begin.', '出点早于入点。'],
  'reason.edit.channel': ['There is no such channel.', '没有这个声道。'],
  'reason.edit.no-such-word': ['The sentence has no such word.', '这一句中没有这个词。'],
  'reason.edit.split-place': [
    'A sentence can be split only between two of its words.',
    '只能在一句的两个词之间断句。',
  ],
  'reason.edit.merge-alone': ['Merging takes two sentences or more.', '合并至少需要两句。'],
  'reason.edit.merge-apart': [
    'Only sentences that follow each other can be merged; another one stands between these.',
    '只能合并相邻的句子，所选句子之间还有其他句子。',
  ],
  'reason.edit.merge-channels': [
    'Sentences of different channels cannot be merged: their words are heard in different places.',
    '不能合并不同声道的句子：它们的词来自不同的声音。',
  ],
  'reason.edit.other-text': [
    'The words that were to be re-aligned are no longer those of the sentence.',
    '要重新对齐的词与该句现在的文字不一致。',
  ],
  'reason.edit.broken': ['The change contradicts the text as it is.', '该修改与当前文本矛盾。'],
  'reason.edit.next': [
    'Nothing was changed. Choose another place, time or selection and try again.',
    '未做任何修改。请调整位置、时间或所选句子后重试。',
  ],
} as const satisfies Texts;
