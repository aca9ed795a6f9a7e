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
  'error.text/no-source.happened': [
    'This text came from no file on this computer that could be written.',
    '这些文字并非来自本机上可写回的文件。',
  ],
  'error.text/no-source.next': ['Export it instead.', '请改用导出。'],
  'error.text/source-changed.happened': [
    'Another program has changed {path} since it was opened here. Nothing was written.',
    '{path} 在此处打开之后已被其他程序修改。没有写入任何内容。',
  ],
  'error.text/source-changed.next': [
    'Save over it (what lies there now is kept with the project), or export under another name.',
    '可以覆盖保存（其现有内容会随项目保留），或另取名称导出。',
  ],
  'error.text/no-track.happened': ['{path} holds no track of text.', '{path} 中没有字幕轨。'],
  'error.text/no-track.next': [
    'zimu probe lists what it holds; transcribe it to get its text.',
    '可用 zimu probe 查看其内容；用 transcribe 识别出文字。',
  ],
  'error.text/picture-track.happened': [
    'Track {track} of {path} is pictures of text ({codec}), not text. Nothing was written.',
    '{path} 的第 {track} 条字幕轨是图形字幕（{codec}），不是文字。没有写入任何内容。',
  ],
  'error.text/picture-track.next': [
    'Choose a track of text with --track, or transcribe the recording.',
    '请用 --track 选择文字字幕轨，或直接识别录音。',
  ],
  'error.text/unknown-track.happened': [
    'Track {track} of {path} is of a kind that is not read here ({codec}). Nothing was written.',
    '无法读取 {path} 第 {track} 条字幕轨的类型（{codec}）。没有写入任何内容。',
  ],
  'error.text/unknown-track.next': [
    'Choose another track with --track, or transcribe the recording.',
    '请用 --track 选择其他字幕轨，或直接识别录音。',
  ],
  'error.text/unknown-track.next.window': [
    'Choose another track, or transcribe the recording.',
    '请选择其他字幕轨，或直接识别录音。',
  ],
  'error.text/picture-track.next.window': [
    'Choose a track of text, or transcribe the recording.',
    '请选择文字字幕轨，或直接识别录音。',
  ],
} as const satisfies Texts;
