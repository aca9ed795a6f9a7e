import type { Texts } from '../texts';

/** The inspector: the words of the selected sentence. */
export const inspectorTexts = {
  'inspector.empty': ['No sentence selected', '未选择句子'],
  'inspector.empty.hint': [
    'Select one in the table or on the waveform to see its words.',
    '在表格或波形上选择一句以查看其词语。',
  ],
  'inspector.sentence': ['Sentence {number} of {count}', '第 {number} 句，共 {count} 句'],
  'inspector.selected': ['{count} selected', '已选 {count} 句'],
  'inspector.edit': ['Edit text', '编辑文字'],
  'inspector.noText': ['This sentence has no text.', '该句没有文字。'],
  'inspector.begin': ['In', '入点'],
  'inspector.end': ['Out', '出点'],
  'inspector.duration': ['Duration', '时长'],
  'inspector.seconds': ['{seconds} s', '{seconds} 秒'],
  'inspector.speed': ['Characters per second', '每秒字数'],
  'inspector.speed.short': ['CPS', '字/秒'],
  'inspector.speed.tooFast': ['faster than {limit}', '超过 {limit}'],
  'inspector.lines': ['Lines', '行数'],
  'inspector.characters': ['Characters', '字数'],
  'inspector.speaker': ['Speaker', '说话人'],
  'inspector.speaker.none': ['none', '无'],
  'inspector.channel': ['Channel {number}', '声道 {number}'],
  'inspector.words': ['Words', '词语'],
  'inspector.timing.measured': ['measured', '实测'],
  'inspector.timing.estimated': ['estimated', '估计'],
  'inspector.timing.manual': ['set by hand', '手动'],
  'inspector.word': ['{text}, {begin} to {end}, {timing}', '{text}，{begin} 至 {end}，{timing}'],
  'inspector.overhangs': ['reaches beyond its sentence', '超出句子的时间范围'],
  'inspector.confidence': ['confidence {percent}\u00a0%', '置信度 {percent}%'],
} as const satisfies Texts;
