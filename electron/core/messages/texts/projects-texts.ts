import type { Texts } from '../texts';

/** The start page, the list of projects and opening files. */
export const projectsTexts = {
  'projects.open': ['Open recording…', '打开录音…'],
  'projects.drop': [
    'Or drop recordings, videos, subtitles or .zimu projects anywhere in this window.',
    '也可以把录音、视频、字幕或 .zimu 项目拖到窗口中的任意位置。',
  ],
  'projects.recent': ['Recent projects', '最近的项目'],
  'projects.list': ['Projects', '项目'],
  'projects.none': ['No projects yet', '还没有项目'],
  'projects.none.hint': [
    'Every recording you open becomes a project and is kept here from the first second.',
    '打开的每个录音都会成为一个项目，从第一秒起就保存在这里。',
  ],
  'projects.loading': ['Looking for projects…', '正在查找项目…'],
  'projects.sentences': ['{count} {count|sentence|sentences}', '{count} 句'],
  'projects.noText': ['No text yet', '还没有文字'],
  'projects.missing': ['Recording not found', '找不到录音'],
  'projects.actions': ['Actions for {title}', '“{title}” 的操作'],
  'projects.add': ['Open recording', '打开录音'],
  'projects.remove': ['Remove from the studio…', '从工作室中移除…'],
  'projects.remove.title': ['Remove “{title}”?', '移除 “{title}”？'],
  'projects.remove.text': [
    'Its text, its history and its place in this list are deleted for good. The recording itself stays where it is.',
    '其文字、历史记录和列表中的位置将永久删除。录音文件本身会留在原处。',
  ],
  'projects.remove.confirm': ['Remove', '移除'],
  'projects.bringing': ['Bringing in {name}', '正在载入 {name}'],
  'projects.bringingMany': ['Bringing in {count} files: {name}', '正在载入 {count} 个文件：{name}'],
  'projects.address': ['Open a web address', '打开网络地址'],
  'projects.address.about': [
    'The recording is downloaded, so that you can play it. An engine of the cloud that can fetch it from there is given the address, and nothing is uploaded.',
    '程序会下载录音以便播放。能够自行下载该录音的云端引擎只会得到地址，不上传任何内容。',
  ],
  'projects.address.label': ['Address of the recording', '录音地址'],
  'projects.address.hint': [
    'http:// or https:// and a domain name, such as https://example.com/talk.wav',
    '以 http:// 或 https:// 开头并使用域名，例如 https://example.com/talk.wav',
  ],
  'projects.address.open': ['Open', '打开'],
  'projects.opening': ['Opening {name}', '正在打开 {name}'],
} as const satisfies Texts;
