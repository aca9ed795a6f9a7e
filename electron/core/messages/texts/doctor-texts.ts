import type { Texts } from '../texts';

/** Findings of the check of this computer. */
export const doctorTexts = {
  'doctor.node': ['Node.js', 'Node.js'],
  'doctor.electron': ['Electron', 'Electron'],
  'doctor.browser': ['Browser', '浏览器'],
  'doctor.ffmpeg': ['ffmpeg', 'ffmpeg'],
  'doctor.ffprobe': ['ffprobe', 'ffprobe'],
  'doctor.models': ['Speech models', '语音模型'],
  'doctor.keychain': ['Keychain', '密钥链'],
  'doctor.folders': ['Folders', '文件夹'],
  'doctor.settings': ['Settings', '设置'],
  'doctor.fix': ['Fix:', '解决办法：'],
  'doctor.allWell': ['Everything needed to transcribe is here.', '识别所需的一切都已就绪。'],
  'doctor.notWell': ['Something needed to transcribe is missing.', '缺少识别所需的条件。'],
  'doctor.electron.absent': [
    'its binary is not installed; the studio opens in a browser instead',
    '没有安装其程序；工作室将在浏览器中打开',
  ],
  'doctor.electron.fix': [
    'npx install-electron (where its download site can be reached)',
    'npx install-electron（需要能访问其下载站点）',
  ],
  'doctor.browser.absent': ['no Chromium or Chrome was found', '没有找到 Chromium 或 Chrome'],
  'doctor.browser.fix': [
    'apt-get install chromium (Debian), or install Chrome',
    'apt-get install chromium（Debian），或安装 Chrome',
  ],
  'doctor.ffmpeg.fix': [
    'apt-get install ffmpeg (Debian), or set ZIMU_FFMPEG and ZIMU_FFPROBE',
    'apt-get install ffmpeg（Debian），或设置 ZIMU_FFMPEG 和 ZIMU_FFPROBE',
  ],
  'doctor.models.fix': ['npm run setup', 'npm run setup'],
  'doctor.keychain.ready': ['ready', '可用'],
  'doctor.keychain.locked': [
    'locked: passwords cannot be stored until it is unlocked',
    '已锁定：解锁之前无法保存密码',
  ],
  'doctor.keychain.absent': [
    'none can be reached: passwords would be kept for the session only',
    '无法访问密钥链：密码只在本次会话中保留',
  ],
  'doctor.keychain.libraryMissing': [
    'the keychain library (keytar) is not installed',
    '没有安装密钥链程序库（keytar）',
  ],
  'doctor.keychain.fixLocked': [
    'unlock your login keyring (log in to the desktop, or open the passwords app)',
    '解锁登录密钥环（登录桌面，或打开密码应用）',
  ],
  'doctor.keychain.fixAbsent': [
    'start a desktop session, or run gnome-keyring inside dbus-run-session',
    '启动桌面会话，或在 dbus-run-session 中运行 gnome-keyring',
  ],
  'doctor.keychain.fixLibrary': [
    'apt-get install libsecret-1-0 gnome-keyring, then npm run setup',
    'apt-get install libsecret-1-0 gnome-keyring，然后运行 npm run setup',
  ],
  'doctor.folders.unwritable': [
    'cannot be written: {path} ({reason})',
    '无法写入：{path}（{reason}）',
  ],
  'doctor.folders.fix': [
    'set ZIMU_HOME to a folder you may write to',
    '将 ZIMU_HOME 设为可写的文件夹',
  ],
} as const satisfies Texts;
