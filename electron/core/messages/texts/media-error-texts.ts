import type { Texts } from '../texts';

/** What happened and what to do next, of a recording and of the tools that read it. */
export const mediaErrorTexts = {
  'error.media/not-found.happened': ['There is no file at {path}.', '找不到文件：{path}'],
  'error.media/not-found.next': [
    'Check the spelling and the folder, then try again.',
    '请检查文件名和所在文件夹，然后重试。',
  ],
  'error.media/not-a-file.happened': [
    '{path} is not a file but a folder, a device or a pipe.',
    '{path} 不是文件，而是文件夹、设备或管道。',
  ],
  'error.media/not-a-file.next': ['Name the recording itself.', '请指定录音文件本身。'],
  'error.media/empty.happened': [
    'The file is empty (0 bytes): {path}',
    '文件是空的（0 字节）：{path}',
  ],
  'error.media/empty.next': [
    'Copy or download the recording again; nothing was changed.',
    '请重新复制或下载该录音；没有改动任何内容。',
  ],
  'error.media/unreadable.happened': [
    'This file cannot be read as sound or video: {path} ({reason})',
    '无法将此文件作为音频或视频读取：{path}（{reason}）',
  ],
  'error.media/unreadable.next': [
    'It may be damaged, incomplete or not a recording. Check that it plays elsewhere, or export it again; the file was not changed.',
    '文件可能已损坏、不完整，或不是录音。请确认它能在别处播放，或重新导出；原文件没有改动。',
  ],
  'error.media/no-audio.happened': ['There is no sound track in {path}.', '{path} 中没有音轨。'],
  'error.media/no-audio.next': ['Choose the file that holds the sound.', '请选择含有声音的文件。'],
  'error.media/proxy-failed.happened': [
    'A playable copy of this recording could not be made ({reason}).',
    '无法为此录音生成可播放的副本（{reason}）。',
  ],
  'error.media/proxy-failed.next': [
    'The text can still be edited and exported. Check the free space, or name another ffmpeg with ZIMU_FFMPEG.',
    '文字仍可编辑和导出。请检查可用空间，或用 ZIMU_FFMPEG 指定其他 ffmpeg。',
  ],
  'error.media/other-recording.happened': [
    '{path} is {found} long, but the recording of this text was {expected}: it seems to be another one.',
    '{path} 长 {found}，而这份文字对应的录音长 {expected}：看来不是同一段录音。',
  ],
  'error.media/other-recording.next': [
    'Nothing was changed. Choose the recording that belongs to this text.',
    '没有作任何更改。请选择这份文字对应的录音。',
  ],
  'error.tool/ffmpeg-missing.happened': [
    '{tool} was not found (looked at: {searched}).',
    '找不到 {tool}（查找位置：{searched}）。',
  ],
  'error.tool/ffmpeg-missing.next': [
    'Install ffmpeg ("apt-get install ffmpeg" on Debian), or set ZIMU_FFMPEG and ZIMU_FFPROBE to the programs.',
    '请安装 ffmpeg（Debian 上运行 “apt-get install ffmpeg”），或用 ZIMU_FFMPEG 和 ZIMU_FFPROBE 指定程序位置。',
  ],
  'error.tool/ffmpeg-failed.happened': [
    'ffmpeg stopped with an error while reading {path}: {reason}',
    'ffmpeg 读取 {path} 时出错：{reason}',
  ],
  'error.tool/ffmpeg-failed.next': [
    'Run "zimu doctor" to see which ffmpeg is used. The recording was not changed.',
    '运行 “zimu doctor” 查看所用的 ffmpeg。录音文件没有改动。',
  ],
} as const satisfies Texts;
