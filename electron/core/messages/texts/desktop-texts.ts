import type { Texts } from '../texts';

/** The desktop product's native menus and dialogs, beyond the names of commands. */
export const desktopTexts = {
  'desktop.menu.about': ['About Zimu Studio', '关于字幕工作室'],
  'desktop.menu.services': ['Services', '服务'],
  'desktop.menu.hide': ['Hide Zimu Studio', '隐藏字幕工作室'],
  'desktop.menu.hideOthers': ['Hide others', '隐藏其他'],
  'desktop.menu.showAll': ['Show all', '全部显示'],
  'desktop.menu.quit': ['Quit', '退出'],
  'desktop.menu.openRecent': ['Open recent', '打开最近的项目'],
  'desktop.menu.noRecent': ['No projects yet', '还没有项目'],
  'desktop.menu.cut': ['Cut', '剪切'],
  'desktop.menu.copy': ['Copy', '复制'],
  'desktop.menu.paste': ['Paste', '粘贴'],
  'desktop.menu.fullScreen': ['Full screen', '全屏'],
  'desktop.menu.reload': ['Reload window', '重新加载窗口'],
  'desktop.menu.developerTools': ['Developer tools', '开发者工具'],
  'desktop.files.both': ['Recordings, subtitles and projects', '音视频、字幕和项目'],
  'desktop.files.media': ['Recordings', '音视频'],
  'desktop.files.subtitles': ['Subtitles', '字幕'],
  'desktop.files.project': ['Zimu projects', 'Zimu 项目'],
  'desktop.files.all': ['All files', '所有文件'],
  'desktop.crash.happened': ['The window stopped working.', '窗口停止了工作。'],
  'desktop.crash.next': [
    'Your text is kept outside of the window. Reload it to go on where you were.',
    '您的文字保存在窗口之外。重新加载窗口即可继续。',
  ],
  'desktop.crash.reload': ['Reload', '重新加载'],
  'desktop.ok': ['OK', '好'],
} as const satisfies Texts;
