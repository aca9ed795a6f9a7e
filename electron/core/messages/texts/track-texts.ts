import type { Texts } from '../texts';

/** The sound tracks of a recording that has several. */
export const trackTexts = {
  'cli.help.track': [
    'which sound track of a file with several: its number, counted from 1 (zimu probe lists them), or its language (de, ger, German); by default the one that the file marks, else the first',
    '文件有多条音轨时选用哪一条：从 1 开始的编号（zimu probe 可列出），或语言（de、ger、德语）；默认用文件标记的一条，否则用第一条',
  ],
  'track.label': ['Sound track', '音轨'],
  'track.labelOf': ['Sound track of {title}', '《{title}》的音轨'],
  'track.hint': [
    'It is played, drawn, transcribed and sent. Text that is there stays as it is.',
    '播放、波形、转写和上传都用这条音轨；已有的文字保持不变。',
  ],
  'track.choose': ['Choose another sound track…', '选择其他音轨…'],
  'track.changed': [
    'Sound track {track} is heard now. The text was made from another one; to transcribe anew replaces it, and undo brings it back.',
    '现在使用音轨 {track}。现有文字来自另一条音轨；重新转写会替换它，撤销即可恢复。',
  ],
  'player.otherTrack': [
    'By itself the player would play another sound track of this recording.',
    '播放器本身只会播放这段录音的另一条音轨。',
  ],
  'recording.title': ['About the recording', '录音信息'],
  'recording.file': ['File', '文件'],
  'recording.folder': ['Place', '位置'],
  'recording.length': ['Length', '时长'],
  'recording.size': ['Size', '大小'],
  'cli.help.channels': [
    'hear each channel by itself, for recordings with one person on each',
    '逐个声道识别，适用于每个声道各录一人的录音',
  ],
  'track.mono': ['mono', '单声道'],
  'track.stereo': ['stereo', '立体声'],
  'track.channels': ['{count} channels', '{count} 声道'],
  'track.default': ['default', '默认'],
  'track.undecodable': ['cannot be decoded', '无法解码'],
  'track.unknown': [
    '--track {asked}: {path} has no such sound track. It has: {tracks}. Give a number from this list, or a language.',
    '--track {asked}：{path} 没有这条音轨。现有音轨：{tracks}。请给出列表中的编号，或一种语言。',
  ],
  'track.ofAddress': [
    '--track chooses a sound track of a file; of a recording of the web the service hears what it finds there. Download it first.',
    '--track 用于选择文件中的音轨；网上的录音由服务自行读取。请先下载。',
  ],
  'track.heard': [
    'Sound track {heard}. There are others: {others} (--track N|LANG).',
    '音轨 {heard}。另有：{others}（--track N|LANG）。',
  ],
  'track.howToChoose': [
    'Choose another one with --track N|LANG.',
    '请用 --track N|LANG 选择其他音轨。',
  ],
} as const satisfies Texts;
