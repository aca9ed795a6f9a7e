import type { Texts } from '../texts';

/** What happened and what to do next, of files that are read, written or handed over. */
export const fileErrorTexts = {
  'error.text/unreadable.happened': [
    'The text cannot be read: {path} ({reason})',
    '无法读取文本：{path}（{reason}）',
  ],
  'error.text/unreadable.next': [
    'Check the name; plain text and subtitles in all usual encodings can be read.',
    '请检查文件名；可读取各种常用编码的纯文本和字幕。',
  ],
  'error.text/encoding-unknown.happened': [
    '{path} is plausible text in no encoding that was tried: {tried}. Nothing was changed.',
    '{path} 按以下编码都读不出像样的文字：{tried}。没有任何改动。',
  ],
  'error.text/encoding-unknown.next': [
    'Save it as UTF-8 in the program it comes from, or name its encoding: --encoding of align, --from-encoding of convert.',
    '请在原来的程序中另存为 UTF-8，或指明它的编码：align 用 --encoding，convert 用 --from-encoding。',
  ],
  'error.text/empty.happened': ['There are no words in {path}.', '{path} 中没有文字。'],
  'error.text/empty.next': [
    'Give a text that holds the words spoken in the recording.',
    '请提供录音中所说内容的文本。',
  ],
  'error.output/name-too-long.happened': [
    'The name of the result is too long for the disk: {path}. Nothing was begun.',
    '结果的文件名过长，磁盘无法保存：{path}。尚未开始处理。',
  ],
  'error.output/name-too-long.next': [
    'Give a shorter one with --out: at most {most} bytes, of which a Chinese character takes three.',
    '请用 --out 指定较短的名称：最多 {most} 字节，一个汉字占三个字节。',
  ],
  'error.output/name-forbidden.happened': [
    'Windows allows no file of this name: {path}. Nothing was begun.',
    'Windows 不允许使用这个文件名：{path}。尚未开始处理。',
  ],
  'error.output/name-forbidden.next': [
    'Give another one with --out, without < > : " | ? * and not that of a device (CON, NUL, COM1).',
    '请用 --out 另取名称：不含 < > : " | ? *，也不要用设备名（CON、NUL、COM1）。',
  ],
  'error.output/exists.happened': [
    'The result would overwrite {path}.',
    '结果会覆盖已有文件：{path}',
  ],
  'error.output/exists.next': [
    'Add --force to overwrite it, or choose another place with --out. The existing file was not touched.',
    '加上 --force 覆盖，或用 --out 另选位置。已有文件没有改动。',
  ],
  'error.output/unwritable.happened': [
    'The result cannot be written to {path} ({reason}).',
    '结果无法写入 {path}（{reason}）。',
  ],
  'error.output/unwritable.next': [
    'Choose a folder you may write to with --out.',
    '请用 --out 选择一个可写的文件夹。',
  ],
  'error.cache/unwritable.happened': [
    'The cache cannot be written: {path} ({reason})',
    '缓存无法写入：{path}（{reason}）',
  ],
  'error.cache/unwritable.next': [
    'Free some space, or set ZIMU_HOME to a folder you may write to. The recording was not changed.',
    '请腾出磁盘空间，或用 ZIMU_HOME 指定一个可写的文件夹。录音文件没有改动。',
  ],
  'error.settings/unreadable.happened': [
    'The settings cannot be read: {path} ({reason})',
    '无法读取设置：{path}（{reason}）',
  ],
  'error.settings/unreadable.next': [
    'Mend or delete that file; the defaults are used until then.',
    '请修正或删除该文件；在此之前使用默认设置。',
  ],
  'error.settings/unwritable.happened': [
    'The settings could not be saved: {path} ({reason}).',
    '无法保存设置：{path}（{reason}）。',
  ],
  'error.settings/unwritable.next': [
    'They hold until the studio is closed. Free some space or check who may write to that folder.',
    '当前设置在关闭程序之前仍然有效。请腾出空间，或检查该文件夹的写入权限。',
  ],
  'error.file/not-granted.happened': [
    'The studio was not given this file.',
    '尚未允许工作室访问此文件。',
  ],
  'error.file/not-granted.next': [
    'Open or drop the file again; nothing was changed.',
    '请重新打开或拖入该文件；未作任何改动。',
  ],
  'error.file/too-large.happened': [
    'There is not enough space for this file ({reason}).',
    '空间不足，无法存放此文件（{reason}）。',
  ],
  'error.file/too-large.next': [
    'Free some space and try again; nothing was kept of it.',
    '请腾出空间后重试；未保留该文件的任何部分。',
  ],
} as const satisfies Texts;
