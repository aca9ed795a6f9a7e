import type { ReceivedAudio, SpokenLanguage, SpokenSentence } from './spoken-sentence';

const lines: Readonly<Record<SpokenLanguage, readonly string[]>> = {
  zh: [
    '今天的会议现在开始。',
    '我们先看一下上个月的数据，再谈计划。',
    '第二季度一共录了三百小时的音频。',
    '好的，下一位请发言。',
  ],
  en: [
    'The meeting starts now.',
    'We look at the numbers first, then we talk about the plan.',
    'Three hundred hours were recorded in spring.',
    'Thank you, next speaker please.',
  ],
};

const lineMs = 4_000;

/**
 * A plain text over the real length of the audio: a sentence every four seconds, or so many as are
 * asked for. On stereo the sentences change channel in turn, and with it the speaker.
 */
export function makeDefaultSpeech(
  audio: Pick<ReceivedAudio, 'durationMs' | 'channels' | 'language'>,
  count = Math.max(1, Math.round(audio.durationMs / lineMs)),
): SpokenSentence[] {
  const texts = lines[audio.language];
  const stepMs = audio.durationMs / count;
  return Array.from({ length: count }, (_, index) => ({
    text: texts[index % texts.length]!,
    beginMs: Math.floor(stepMs * (index + 0.1)),
    endMs: Math.floor(stepMs * (index + 0.95)),
    channel: index % audio.channels,
    speaker: (index % 2) + 1,
  }));
}
