import type { Texts } from '../texts';

/** What is refused because of what it is or how large it is, and where programs are chosen. */
export const boundsTexts = {
  'error.tool/refused.happened': [
    '{path} cannot be used as {tool}: {reason}',
    '{path} 不能用作 {tool}：{reason}',
  ],
  'error.tool/refused.next': [
    'Nothing was changed. Choose the program itself, one that answers "{tool} -version".',
    '未作任何改动。请选择程序文件本身，它应能响应 “{tool} -version”。',
  ],
  'reason.tool.not-executable': [
    '{path} cannot be used as {tool}: it is not a file that can be run.',
    '{path} 不能用作 {tool}：它不是可执行文件。',
  ],
  'reason.tool.other-answer': [
    '{path} cannot be used as {tool}: it does not answer as {tool} does.',
    '{path} 不能用作 {tool}：它的响应与 {tool} 不符。',
  ],
  'error.settings/too-large.happened': [
    'The settings would become too large: {kilobytes} kB of {most} kB at most.',
    '设置内容过大：{kilobytes} kB，最多 {most} kB。',
  ],
  'error.settings/too-large.next': [
    'Nothing was changed. Delete presets or Appkeys that are no longer needed, then try again.',
    '未作任何改动。请删除不再需要的预设或 Appkey，然后重试。',
  ],
  'settings.tool.choose': ['Choose…', '选择…'],
  'settings.tool.chooseOf': ['Choose {tool}', '选择 {tool}'],
  'settings.tool.automatic': ['Find automatically', '改为自动查找'],
  'settings.tool.automaticOf': ['Find {tool} automatically', '改为自动查找 {tool}'],
  'settings.tools.native': [
    'A program is tried before it is kept; one that does not answer as it should is refused.',
    '所选程序会先试运行，不符合要求的不会采用。',
  ],
  'settings.tools.elsewhere': [
    'Which programs are run is not chosen in a web page. Set ZIMU_FFMPEG and ZIMU_FFPROBE, or write "ffmpegPath" and "ffprobePath" into settings.json in the data folder, then start the studio again.',
    '出于安全考虑，网页中不能指定要运行的程序。请设置 ZIMU_FFMPEG 和 ZIMU_FFPROBE，或在数据文件夹的 settings.json 中写入 “ffmpegPath” 和 “ffprobePath”，然后重新启动。',
  ],
  'desktop.folder.title': ['Folder to save in', '选择保存的文件夹'],
  'desktop.folder.save': ['Save here', '保存到此处'],
  'desktop.tool.title': ['Choose the program {tool}', '选择 {tool} 程序'],
} as const satisfies Texts;
