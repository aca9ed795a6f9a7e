import type { Texts } from '../texts';

/** The export dialog. */
export const exportTexts = {
  'export.title': ['Export', '导出'],
  'export.format': ['Format', '格式'],
  'export.format.srt': ['SRT (SubRip)', 'SRT（SubRip 字幕）'],
  'export.format.vtt': ['VTT (WebVTT)', 'VTT（WebVTT 字幕）'],
  'export.format.txt': ['TXT (plain text)', 'TXT（纯文本）'],
  'export.format.json': ['JSON (with word times)', 'JSON（含词语时间）'],
  'export.about.srt': [
    'Subtitles for nearly every player and editor.',
    '几乎所有播放器和剪辑软件都支持的字幕。',
  ],
  'export.about.vtt': ['Subtitles for the web; can name the speakers.', '网页字幕，可标出说话人。'],
  'export.about.txt': ['Running text in paragraphs, for reading.', '分段的连续文字，便于阅读。'],
  'export.about.json': [
    'Everything: sentences and words with their times and how these are known.',
    '全部内容：句子和词语，连同时间及其来源。',
  ],
  'export.lines': ['Lines at most', '最多行数'],
  'export.characters': ['Characters a line', '每行字数'],
  'export.speakers': ['Name the speakers', '标出说话人'],
  'export.words': ['One cue for each word', '每个词一条字幕'],
  'export.preview': ['Preview', '预览'],
  'export.previewPart': ['Preview of the beginning', '开头部分的预览'],
  'export.count.cues': ['{count} {count|cue|cues}', '{count} 条字幕'],
  'export.count.sentences': ['{count} {count|sentence|sentences}', '{count} 句'],
  'export.wrong': [
    'Give a whole number from {least} to {most}.',
    '请输入 {least} 到 {most} 之间的整数。',
  ],
  'export.save': ['Save…', '保存…'],
  'export.download': ['Download', '下载'],
} as const satisfies Texts;
