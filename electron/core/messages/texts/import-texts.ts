import type { Texts } from '../texts';

/** Subtitle files that are opened or imported, and projects that have no recording yet. */
export const importTexts = {
  'command.file.import': ['Import subtitles…', '导入字幕…'],
  'command.file.imports': ['Imported files…', '已导入的文件…'],
  'import.title': ['Import subtitles', '导入字幕'],
  'import.title.open': ['Open subtitles', '打开字幕'],
  'import.mode': ['What becomes of it', '导入方式'],
  'import.open': ['Open as a project of its own', '作为新项目打开'],
  'import.open.about': ['The project that is open stays as it is.', '当前打开的项目保持不变。'],
  'import.merge': ['Merge into this project', '合并到当前项目'],
  'import.merge.about': [
    'Sentences at the same time take the text and times of the file; all others stay.',
    '时间重合的句子改用文件中的文字和时间，其余句子不变。',
  ],
  'import.add': ['Add to this project', '添加到当前项目'],
  'import.add.about': [
    'Everything that is there stays, even where both overlap.',
    '现有句子全部保留，时间重叠的也不例外。',
  ],
  'import.replace': ['Replace all sentences', '替换全部句子'],
  'import.replace.about': [
    'The sentences of the file take the place of those that are there.',
    '用文件中的句子取代现有的全部句子。',
  ],
  'import.effect': [
    'Adds {added}, changes {changed}, removes {removed}',
    '新增 {added} 句，修改 {changed} 句，删除 {removed} 句',
  ],
  'import.effect.none': ['Changes nothing', '没有任何变化'],
  'import.encoding': ['Encoding of the file', '文件编码'],
  'import.encoding.found': ['{label} (found)', '{label}（自动识别）'],
  'import.encoding.likely': ['{label} (may be as well)', '{label}（也有可能）'],
  'import.encoding.unknown': [
    'This file reads as sensible text in no encoding that was tried. Choose the one in which the subtitles below are right.',
    '这个文件按试过的编码都读不出通顺的文字。请选择能让下方字幕正确显示的编码。',
  ],
  'import.encoding.choose': ['Choose encoding…', '选择编码…'],
  'import.again': ['Read again in another encoding…', '换一种编码重新读取…'],
  'import.again.of': ['Read {name} again in another encoding', '换一种编码重新读取 {name}'],
  'import.sample': ['First subtitles', '开头的字幕'],
  'import.sample.none': ['There is no subtitle in this file.', '文件中没有字幕。'],
  'import.repairs': ['Mended while reading: {count}', '读取时的修正：{count} 处'],
  'import.repairs.none': ['Nothing had to be mended.', '无需修正。'],
  'import.repairs.more': ['And {count} more.', '另有 {count} 处。'],
  'import.repair.line': ['Line {line}', '第 {line} 行'],
  'import.reading': ['Reading…', '正在读取…'],
  'import.working': ['Importing…', '正在导入…'],
  'import.confirm': ['Import', '导入'],
  'import.confirm.open': ['Open', '打开'],
  'import.done': [
    '{name}: {added} added, {changed} changed, {removed} removed. One undo takes all of it back.',
    '{name}：新增 {added} 句，修改 {changed} 句，删除 {removed} 句。撤销一次即可全部还原。',
  ],
  'import.cancelled': [
    '{name} was not imported. Nothing was changed.',
    '未导入 {name}，没有任何改动。',
  ],
  'import.mended': [
    '{name} is open. {count} {count|thing was|things were} mended while reading it.',
    '已打开 {name}，读取时修正了 {count} 处。',
  ],
  'import.files': ['Imported files', '已导入的文件'],
  'import.files.about': [
    'Each is kept with the project as it came.',
    '每个文件都按原样随项目保存。',
  ],
  'import.files.none': ['No file was imported into this project.', '此项目尚未导入任何文件。'],
  'import.files.loading': ['Looking for imported files…', '正在查找已导入的文件…'],
  'import.recording.title': ['Is this the recording of “{title}”?', '这是“{title}”的录音吗？'],
  'import.recording.text': [
    '“{title}” has no recording yet. {name} can become it, or be opened as a project of its own.',
    '“{title}”还没有录音。可以将 {name} 用作它的录音，也可以作为新项目打开。',
  ],
  'import.recording.use': ['Use it here', '用作录音'],
  'import.recording.open': ['Open by itself', '作为新项目打开'],
  'player.none': ['No recording yet', '尚未选择录音'],
  'player.noneText': [
    'The text can be edited all the same. With its recording you can listen, see the waveform and re-align.',
    '没有录音也可以编辑文字。选择录音后即可播放、查看波形并重新对齐。',
  ],
  'player.chooseRecording': ['Choose recording…', '选择录音…'],
  'waveform.none': [
    'No recording yet. The subtitles stand where their times say.',
    '尚未选择录音。字幕按各自的时间显示。',
  ],
} as const satisfies Texts;
