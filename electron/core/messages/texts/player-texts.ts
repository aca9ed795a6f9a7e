import type { Texts } from '../texts';

/** The player and its controls. */
export const playerTexts = {
  'player.controls': ['Playback', '播放控制'],
  'player.play': ['Play', '播放'],
  'player.pause': ['Pause', '暂停'],
  'player.rate': ['Speed', '速度'],
  'player.volume': ['Volume', '音量'],
  'player.mute': ['Mute', '静音'],
  'player.unmute': ['Unmute', '取消静音'],
  'player.position': ['Position; click to type a time', '播放位置；点击可输入时间'],
  'player.typePosition': ['Go to time', '跳转到时间'],
  'player.notATime': [
    'Not a time. Type it like 1:02:03.450.',
    '不是有效的时间，请按 1:02:03.450 的格式输入。',
  ],
  'player.duration': ['Length', '总时长'],
  'player.fullScreen': ['Full screen', '全屏'],
  'player.loading': ['Opening the recording…', '正在打开录音…'],
  'player.missing': ['Recording not found', '找不到录音文件'],
  'player.missingText': [
    '{name} is not where it was. The text is safe and can be edited.',
    '{name} 不在原来的位置。文字不受影响，仍可编辑。',
  ],
  'player.locate': ['Locate…', '查找文件…'],
  'player.other.title': ['Is this the recording?', '是这段录音吗？'],
  'player.other.use': ['Use it all the same', '仍然使用'],
  'player.cannotPlay': [
    'This recording cannot be played here as it is.',
    '此录音的格式无法在这里直接播放。',
  ],
  'player.noPicture': [
    'The picture of this video cannot be shown here as it is.',
    '此视频的画面无法在这里直接显示。',
  ],
  'player.noSound': [
    'The sound of this video cannot be played here as it is.',
    '此视频的声音无法在这里直接播放。',
  ],
  'player.wrongClock': [
    'Played as it is, this recording would not stand where its times say.',
    '直接播放此录音时，播放位置与实际声音不一致。',
  ],
  'player.playsCopy': ['Playing a copy', '正在播放副本'],
  'player.playsCopyText': [
    '{reason} A copy of it is played; the recording itself is not changed.',
    '{reason}现在播放的是它的副本，原文件没有改动。',
  ],
  'player.makingProxy': [
    'A playable copy is being made. The recording itself is not changed.',
    '正在生成可播放的副本，原文件不会改动。',
  ],
  'player.proxyProgress': ['Making a playable copy', '正在生成可播放的副本'],
  'player.tryAgain': ['Try again', '重试'],
} as const satisfies Texts;
