import type { Texts } from '../texts';

/** How a media file is described. */
export const probeTexts = {
  'probe.container': ['container', '容器'],
  'probe.duration': ['duration', '时长'],
  'probe.size': ['size', '大小'],
  'probe.start': ['starts at', '起始于'],
  'probe.unknown': ['unknown', '未知'],
  'probe.stream': ['stream {index}', '流 {index}'],
  'probe.audio': ['audio', '音频'],
  'probe.video': ['video', '视频'],
  'probe.subtitle': ['subtitle', '字幕'],
  'probe.other': ['other', '其他'],
  'probe.track': ['track {number}', '音轨 {number}'],
  'probe.heard': ['heard', '识别此轨'],
  'probe.channels': ['{count} channel(s)', '{count} 声道'],
} as const satisfies Texts;
