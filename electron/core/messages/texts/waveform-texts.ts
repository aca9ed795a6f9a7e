import type { Texts } from '../texts';

/** The waveform, its overlay and its ruler. */
export const waveformTexts = {
  'waveform.stage': [
    'Waveform with sentences and words. Arrow up and down choose a sentence, plus and minus zoom.',
    '波形及其句子和词语。上下方向键选择句子，加号和减号缩放。',
  ],
  'waveform.overview': ['Whole recording', '整个录音'],
  'waveform.zoom': ['Zoom', '缩放'],
  'waveform.backToPlayhead': ['Back to playhead', '回到播放位置'],
  'waveform.zoomInForWords': ['Zoom in to see the words', '放大后可显示词语'],
  'waveform.making': ['Drawing the waveform…', '正在绘制波形…'],
  'waveform.makingPercent': ['Drawing the waveform… {percent}\u00a0%', '正在绘制波形… {percent}%'],
  'waveform.failed': [
    'The waveform could not be drawn. Playing and the table work without it.',
    '无法绘制波形。播放和表格仍可正常使用。',
  ],
  'waveform.tryAgain': ['Try again', '重试'],
  'waveform.missing': [
    'The recording is not where it was. Sentences and words can be edited all the same.',
    '录音文件不在原来的位置。句子和词语仍可编辑。',
  ],
  'waveform.describe.span': ['In sight: {begin} to {end}.', '当前显示 {begin} 至 {end}。'],
  'waveform.describe.ruler': [
    'The ruler is labelled every {seconds} {seconds|second|seconds}.',
    '标尺每 {seconds} 秒一格。',
  ],
  'waveform.describe.loop': ['Loop from {begin} to {end}.', '循环 {begin} 至 {end}。'],
  'waveform.describe.sentences': [
    '{count} {count|sentence|sentences} in sight.',
    '可见 {count} 句。',
  ],
  'waveform.describe.problems': ['Problems in {count} of them.', '其中 {count} 句有问题。'],
  'waveform.describe.current': ['Selected: {number}, “{text}”.', '已选第 {number} 句：“{text}”。'],
  'waveform.describe.words': [
    '{count} {count|word|words} in sight, {estimated} with estimated times.',
    '可见 {count} 个词，其中 {estimated} 个的时间为估计。',
  ],
  'waveform.describe.spoken': ['Being said: “{word}”.', '正在播放：“{word}”。'],
  'waveform.describe.playhead': ['Playhead at {time}.', '播放位置 {time}。'],
  'waveform.empty': ['No recording is open', '尚未打开录音'],
} as const satisfies Texts;
