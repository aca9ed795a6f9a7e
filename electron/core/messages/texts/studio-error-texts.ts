import type { Texts } from '../texts';

/** What happened and what to do next, of the studio itself: its faults, its commands, its jobs and its hosts. */
export const studioErrorTexts = {
  'error.internal.happened': [
    'Something went wrong inside Zimu Studio: {message}',
    '字幕工作室内部出错：{message}',
  ],
  'error.internal.next': [
    'This is a bug, not something you did. Files already written are safe. Run the command again with --debug and report what it prints.',
    '这是程序的缺陷，不是您的操作有误。已写出的文件不受影响。请加上 --debug 再运行一次，并反馈输出内容。',
  ],
  'error.usage/invalid.happened': ['{problem}', '{problem}'],
  'error.usage/invalid.next': [
    'Run "zimu help" to see how the command is used.',
    '运行 “zimu help” 查看命令用法。',
  ],
  'error.job/cancelled.happened': ['Stopped at your request.', '已按您的要求停止。'],
  'error.job/cancelled.next': [
    'Nothing else was changed; start the command again when you like.',
    '没有改动其他内容，可以随时重新运行该命令。',
  ],
  'error.job/interrupted.happened': [
    'The studio closed before this was finished. What was recognised until then is kept.',
    '工作室在任务完成前关闭了。此前识别出的内容已保留。',
  ],
  'error.job/interrupted.next': [
    'Start the job again: it begins with the first second and then replaces what is there.',
    '请重新开始任务：它会从头识别，然后替换现有内容。',
  ],
  'error.job/not-waiting.happened': [
    'This job, or the one it was to go before, no longer waits.',
    '该任务，或要排到其之前的任务，已不在等待。',
  ],
  'error.job/not-waiting.next': [
    'The order stayed as it was. Only jobs that wait can be moved, and only among each other.',
    '顺序没有改变。只有等待中的任务可以移动，且只能在它们之间移动。',
  ],
  'error.job/ended.happened': ['This job has ended already.', '该任务已经结束。'],
  'error.job/ended.next': [
    'There is nothing to pause or resume. It can be tried again from the list.',
    '没有可暂停或继续的内容。可以在列表中重试该任务。',
  ],
  'error.job/not-found.happened': ['This job is no longer in the list.', '该任务已不在列表中。'],
  'error.job/not-found.next': [
    'Start the transcription again from its project.',
    '请从项目中重新开始转写。',
  ],
  'error.host/unsupported.happened': [
    'This is not possible in the browser.',
    '浏览器中无法执行此操作。',
  ],
  'error.host/unsupported.next': [
    'Use upload and download instead, or the desktop program.',
    '请改用上传和下载，或使用桌面程序。',
  ],
  'error.host/unreachable.happened': ['The studio does not answer.', '工作室没有响应。'],
  'error.host/unreachable.next': [
    'Everything up to the last saved change is safe. Start Zimu Studio again and reload this page.',
    '最后保存的修改之前的内容都是安全的。请重新启动 Zimu Studio 并刷新此页面。',
  ],
  'error.host/already-running.happened': [
    'Zimu Studio is already running on this data folder: {path}.',
    'Zimu Studio 已在使用该数据文件夹：{path}。',
  ],
  'error.host/already-running.next': [
    'Use the window that is open ({address}), or choose another folder with ZIMU_HOME.',
    '请使用已打开的窗口（{address}），或用 ZIMU_HOME 选择其他文件夹。',
  ],
} as const satisfies Texts;
