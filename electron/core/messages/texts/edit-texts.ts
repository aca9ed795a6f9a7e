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
  'edit.setProperties': ['Change project details', '修改项目信息'],
  'edit.transcribe': ['Transcribe', '转写'],
  'edit.unknown': ['Change', '修改'],
} as const satisfies Texts;
