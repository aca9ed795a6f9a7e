import type { Texts } from '../texts';

/** What happened and what to do next, of a project. */
export const projectErrorTexts = {
  'error.project/not-found.happened': ['This project is no longer there.', '该项目已不存在。'],
  'error.project/not-found.next': [
    'Open its recording again; other projects are not affected.',
    '请重新打开其录音；其他项目不受影响。',
  ],
  'error.project/conflict.happened': [
    'This sentence was changed elsewhere in the meantime, so your last change was not applied.',
    '该句同时在别处被修改，您的上一次修改未能生效。',
  ],
  'error.project/conflict.next': [
    'The current text was loaded again. Look at the sentence and repeat the change if it is still wanted.',
    '已重新载入当前文字。请查看该句，如仍需要请重做修改。',
  ],
  'error.project/unreadable.happened': [
    'The project file cannot be read: {path} ({reason}).',
    '无法读取项目文件：{path}（{reason}）。',
  ],
  'error.project/unreadable.next': [
    'The file was not changed. An older copy may lie beside it, ending in .bak.',
    '文件未被改动。旁边可能有以 .bak 结尾的旧副本。',
  ],
  'error.project/too-new.happened': [
    'This project was made by a newer version of Zimu Studio: {path}.',
    '该项目由更新版本的 Zimu Studio 创建：{path}。',
  ],
  'error.project/too-new.next': [
    'Update Zimu Studio to open it; the file was not changed.',
    '请更新 Zimu Studio 后再打开；文件未被改动。',
  ],
  'error.project/unwritable.happened': [
    'The project could not be saved: {path} ({reason}).',
    '无法保存项目：{path}（{reason}）。',
  ],
  'error.project/unwritable.next': [
    'Your text is still in this window. Free some space or check the folder, then save a copy.',
    '文字仍在此窗口中。请腾出空间或检查文件夹，然后另存一份。',
  ],
  'error.project/busy.happened': [
    'A job of this project has not ended.',
    '该项目有尚未结束的任务。',
  ],
  'error.project/busy.next': [
    'Wait until it has ended (if it is paused, resume it), or cancel it first.',
    '请等待任务结束（若已暂停，请先继续），或先取消任务。',
  ],
} as const satisfies Texts;
