import type { Texts } from '../texts';

/** The export dialog. */
export const exportTexts = {
  'export.title': ['Export', '导出'],
  'export.format': ['Format', '格式'],
  'export.lines': ['Lines at most', '最多行数'],
  'export.characters': ['Characters a line', '每行字数'],
  'export.speakers': ['Name the speakers', '标出说话人'],
  'export.words': ['One cue for each word', '每个词一条字幕'],
  'export.karaoke': ['Times of words within the text (karaoke)', '在文字中标出逐词时间（卡拉 OK）'],
  'export.find': ['Find a format', '查找格式'],
  'export.find.hint': ['Format or program, such as Premiere', '格式或软件，如“剪映”'],
  'export.find.none': ['No format or program is called so.', '没有这样的格式或软件。'],
  'export.purpose.subtitles': ['Subtitles', '字幕'],
  'export.purpose.reading': ['For reading', '阅读与发布'],
  'export.purpose.editing': ['Editing programs', '剪辑软件'],
  'export.purpose.data': ['Tables and data', '表格与数据'],
  'export.also': ['In further formats as well', '同时导出其他格式'],
  'export.name': ['File name', '文件名'],
  'export.name.hint': [
    '{fields} stand for what they say.',
    '{fields} 会替换为项目名、语言、格式和日期。',
  ],
  'export.name.wrong': [
    'There is no such field; there are {fields}.',
    '没有这样的字段，可用的有 {fields}。',
  ],
  'export.saveAll': ['Save {count} files…', '保存 {count} 个文件…'],
  'export.downloadAll': ['Download {count} files', '下载 {count} 个文件'],
  'export.savedInto': ['{count} files saved in {path}', '已在 {path} 保存 {count} 个文件'],
  'export.replace': [
    '{count} {count|file of this name is|files of these names are} there already',
    '文件夹中已有 {count} 个同名文件',
  ],
  'export.replace.text': [
    'Nothing was written yet. These would be replaced: {list}',
    '尚未写入任何文件。以下文件将被替换：{list}',
  ],
  'export.replace.confirm': ['Replace', '替换'],
  'export.losses.of': ['Not in {format}: {list}.', '{format} 不含：{list}。'],
  'export.losses': ['Not in this format: {list}.', '此格式不含：{list}。'],
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
