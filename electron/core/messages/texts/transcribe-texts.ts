import type { Texts } from '../texts';

/** The transcribe dialog and the job strip. */
export const transcribeTexts = {
  'transcribe.title': ['Transcribe', '转写'],
  'transcribe.one': ['Recording: {title}', '录音：{title}'],
  'transcribe.many': [
    '{count} recordings, one after the other: {titles}',
    '{count} 个录音，依次进行：{titles}',
  ],
  'transcribe.engine': ['Engine', '引擎'],
  'transcribe.loading': ['Asking for the engines…', '正在查询引擎…'],
  'transcribe.local.about': [
    'Works offline, without an account: the sound never leaves this computer. English only.',
    '离线运行，无需账号：声音不会离开这台电脑。仅支持英语。',
  ],
  'transcribe.flash.about': [
    'Alibaba Cloud answers within seconds. The sound is sent to the service; needs an account.',
    '阿里云数秒内返回结果。声音会发送到云服务，需要账号。',
  ],
  'transcribe.file.about': [
    'Alibaba Cloud, for recordings of many hours. The sound is sent to the service; needs an account.',
    '阿里云，适合数小时的长录音。声音会发送到云服务，需要账号。',
  ],
  'transcribe.other.about': ['{languages} languages', '支持 {languages} 种语言'],
  'transcribe.wordTimes': ['Measured word times', '实测词语时间'],
  'transcribe.needsNetwork': ['Needs the network', '需要联网'],
  'transcribe.offline': ['Offline', '离线'],
  'transcribe.notYet': ['Not available', '不可用'],
  'transcribe.language': ['Language spoken', '所说的语言'],
  'transcribe.limit.local': [
    'The engine on this computer understands English only. Speech in other languages is recognised as such, left out and marked.',
    '本机引擎只听得懂英语。其他语言的内容会被识别出来、略去并加以标注。',
  ],
  'transcribe.limit.other': [
    'This engine does not understand {language}. Choose the language that is spoken, or an engine that knows it.',
    '该引擎听不懂{language}。请选择录音中实际所说的语言，或支持该语言的引擎。',
  ],
  'transcribe.model': ['Model', '模型'],
  'transcribe.replaces': [
    'The text that is there now ({count} {count|sentence|sentences}) is replaced. Undo brings it back.',
    '现有的 {count} 句会被替换；可以用“撤销”恢复。',
  ],
  'transcribe.busy': ['This recording is being transcribed already.', '该录音已在转写中。'],
  'transcribe.start': ['Start', '开始'],
  'transcribe.startMany': ['Start {count} jobs', '开始 {count} 个任务'],
  'transcribe.jobs': ['Jobs', '任务'],
  'transcribe.clearJobs': ['Clear ended', '清除已结束'],
  'transcribe.noJobs': ['No jobs', '没有任务'],
  'job.queued': ['Waiting its turn', '排队中'],
  'job.running': ['{stage} · {percent} %', '{stage} · {percent}%'],
  'job.done': [
    'Done: {count} {count|sentence|sentences} in {elapsed}',
    '完成：{count} 句，用时 {elapsed}',
  ],
  'job.otherLanguage': [
    'This does not seem to be English, the only language this engine knows. No text was written.',
    '这似乎不是英语，而该引擎只懂英语。没有写入文字。',
  ],
  'job.nothing': ['No speech was found in this recording.', '录音中没有找到语音。'],
  'job.failed': ['Failed', '失败'],
  'job.cancelled': [
    'Cancelled; {count} {count|sentence is|sentences are} kept',
    '已取消；保留 {count} 句',
  ],
  'job.elapsed': ['{elapsed} elapsed', '已用 {elapsed}'],
  'job.remaining': ['about {remaining} left', '约剩 {remaining}'],
  'job.cancel': ['Cancel {title}', '取消 {title}'],
  'job.retry': ['Try {title} again', '重试 {title}'],
  'job.dismiss': ['Take {title} off the list', '将 {title} 移出列表'],
  'job.open': ['Show {title}', '显示 {title}'],
  'job.progress': ['Progress of {title}', '{title} 的进度'],
  'job.notices': ['{count} {count|place|places} left out', '{count} 处已略去'],
} as const satisfies Texts;
