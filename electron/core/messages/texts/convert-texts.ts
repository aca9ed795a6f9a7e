import type { Texts } from '../texts';

/** What the command line says where files of text become others. */
export const convertTexts = {
  'cli.badText': [
    '{option} does not take this; write it as {example}.',
    '{option} 的写法不对，应如 {example}。',
  ],
  'cli.optionProblem': ['{option}: {problem}', '选项 {option}：{problem}'],
  'cli.help.convert': [
    'turn files of text in time into another format, encoding or form; folders and patterns are taken, - is standard input or output',
    '把带时间的文字文件转换为其他格式、编码或写法；可用文件夹和通配符，- 表示标准输入或输出',
  ],
  'cli.help.from': [
    'format of the files that are read; by default it is found out',
    '读入文件的格式；默认自动判断',
  ],
  'cli.help.captionChannel': [
    'channel of captions (CC1, CC2) that is read of SCC files; by default the first that says something',
    'SCC 文件中要读取的字幕通道（CC1、CC2）；默认为最先有内容的通道',
  ],
  'cli.help.to': [
    'format of the results; by default that of the ending of OUT',
    '结果的格式；默认取 OUT 的扩展名',
  ],
  'cli.help.convertOut': [
    'where the result goes, instead of the last file named; a folder for several; - for standard output',
    '结果写到哪里，代替最后一个文件名；多个文件时为文件夹；- 表示标准输出',
  ],
  'cli.help.inPlace': [
    'write each file back in its own format, encoding and line ending, whole or not at all; there is no OUT',
    '把每个文件按原有格式、编码和换行符写回原处，要么完整写入，要么不动；不需要 OUT',
  ],
  'cli.inPlaceAlone': [
    '--in-place writes each file back where it is; leave out {option}.',
    '--in-place 会把文件写回原处，请去掉 {option}。',
  ],
  'cli.inPlaceNeedsFile': [
    '--in-place needs a file to write back to; {path} is none.',
    '--in-place 需要可写回的文件；{path} 不是文件。',
  ],
  'cli.inPlaceFormat': [
    '--in-place keeps the format: {path} is {format}, not {asked}. To change it, name an OUT.',
    '--in-place 不改变格式：{path} 是 {format}，不是 {asked}。如需转换格式，请指定 OUT。',
  ],
  'cli.inPlaceReadOnly': [
    '{path} ({format}) can be read, but not be written back. Name an OUT; these can be written: {formats}.',
    '{path}（{format}）只能读取，无法写回。请指定 OUT，可写出的格式：{formats}。',
  ],
  'cli.help.resultEncoding': [
    'encoding of the result (utf-8, utf-16le, gb18030, big5 …); by default as it was where the format stays, else UTF-8',
    '结果的编码（utf-8、utf-16le、gb18030、big5 等）；格式不变时默认保持原编码，否则为 UTF-8',
  ],
  'cli.help.lineEnding': [
    'line ending of the result; by default as it was where the format stays, else lf',
    '结果的换行符；格式不变时默认保持不变，否则为 lf',
  ],
  'cli.help.bom': ['begin the result with a byte order mark', '在结果开头写入字节顺序标记（BOM）'],
  'cli.help.fromEncoding': [
    'encoding of the files that are read; by default it is found out',
    '读入文件的编码；默认自动判断',
  ],
  'cli.help.wordTimes': [
    'write the times of words beside the result, as NAME.words.json; they are found again with it',
    '把词语的时间写在结果旁边的 NAME.words.json 中，再次打开时会一并读入',
  ],
  'cli.help.namePattern': [
    'what results are called that no OUT names: name, language, format and date, each in braces',
    '未指定文件名时结果的命名方式，可用字段：name、language、format、date（写在花括号中）',
  ],
  'cli.badPattern': [
    '--name-pattern is a file name without an ending, made of {fields}',
    '--name-pattern 是不带扩展名的文件名，可用字段：{fields}',
  ],
  'cli.help.report': [
    'write what was mended and what was lost as JSON; - for standard output',
    '把修正和丢失的内容写成 JSON；- 表示标准输出',
  ],
  'cli.help.formats': [
    'list the formats of text that can be read and written',
    '列出可读写的文字格式',
  ],
  'cli.formatReads': ['read', '读'],
  'cli.formatWrites': ['write', '写'],
  'cli.convertNeedsOut': [
    'convert takes a file to read and one to write: zimu convert IN OUT, or zimu convert IN --to FORMAT.',
    'convert 需要读入和写出两个文件：zimu convert IN OUT，或 zimu convert IN --to FORMAT。',
  ],
  'cli.convertNeedsFolder': [
    'Several files go to a folder, or beside themselves with --to alone; {path} is neither.',
    '多个文件须写入文件夹，或只用 --to 写在原文件旁边；{path} 两者都不是。',
  ],
  'cli.convertNeedsName': [
    'What comes from standard input needs a file to go to, or - for standard output.',
    '从标准输入读取时，请指定结果的文件名，或用 - 表示标准输出。',
  ],
  'cli.convertNeedsFormat': [
    'The format of the result is not known from its name ({path}); name it with --to: {formats}.',
    '无法从名称得知结果的格式（{path}），请用 --to 指定：{formats}。',
  ],
  'cli.nothingToConvert': [
    'There is no file of text in time in {path}.',
    '{path} 中没有带时间的文字文件。',
  ],
  'cli.twoOnStdout': [
    'The result and its report cannot both go to standard output.',
    '结果和报告不能同时写到标准输出。',
  ],
  'cli.noMark': [
    '{encoding} has no byte order mark; leave out --bom.',
    '{encoding} 没有字节顺序标记，请去掉 --bom。',
  ],
  'cli.help.extract': [
    'list the tracks of text in a media file, or write one of them',
    '列出媒体文件中的字幕轨，或把其中一条写成文件',
  ],
  'cli.help.textTrack': [
    'which track of text, by its number from 1 or its language; by default the one the file names',
    '选择哪条字幕轨：从 1 开始的编号或语言；默认用文件标明的那条',
  ],
  'cli.help.extractOut': [
    'where the text goes; - for standard output; without it the tracks are listed',
    '文字写到哪里；- 表示标准输出；不指定时列出字幕轨',
  ],
  'cli.noTextTracks': ['There is no track of text.', '没有字幕轨。'],
  'cli.defaultTrack': ['default', '默认'],
  'cli.forcedTrack': ['forced', '强制'],
  'cli.pictureTrack': ['pictures, no text', '图形字幕，不是文字'],
  'cli.textTrackTaken': [
    'Text track {taken}. There are others: {others} (--track N|LANG).',
    '取用字幕轨 {taken}。另有：{others}（--track N|LANG）。',
  ],
  'cli.emptyTextTrack': [
    '{track} has no cues, or none that ffmpeg gives.',
    '{track}没有字幕，或 ffmpeg 未能读出。',
  ],
  'cli.noSuchTextTrack': [
    '--track {asked}: {path} has no such text track. It has: {tracks}. Give a number from this list, or a language.',
    '--track {asked}：{path} 没有这条字幕轨。现有字幕轨：{tracks}。请给出列表中的编号，或一种语言。',
  ],
  'cli.textTrack': ['{path}, text track {track}', '{path} 的第 {track} 条字幕轨'],
} as const satisfies Texts;
