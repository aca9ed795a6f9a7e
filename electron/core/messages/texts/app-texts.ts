import type { Texts } from '../texts';

/** The window as a whole: its name, its state, its parts. */
export const appTexts = {
  'app.name': ['Zimu Studio', '字幕工作室 Zimu Studio'],
  'app.region.media': ['Projects and jobs', '项目与任务'],
  'app.region.player': ['Player', '播放器'],
  'app.region.inspector': ['Inspector', '检查器'],
  'app.region.sentences': ['Sentences', '句子'],
  'app.region.waveform': ['Waveform', '波形'],
  'app.resize.media': ['Width of projects and jobs', '项目与任务栏的宽度'],
  'app.resize.player': ['Width of player and inspector', '播放器与检查器的宽度'],
  'app.resize.playerHeight': ['Height of the player', '播放器的高度'],
  'app.resize.waveform': ['Height of the waveform', '波形的高度'],
} as const satisfies Texts;
