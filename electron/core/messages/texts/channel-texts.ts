import type { Texts } from '../texts';

/** Which channels of a recording a service of the cloud hears: why, what, and what that costs. */
export const channelTexts = {
  'channels.why.many': [
    'There are {count} channels; the service takes two at most.',
    '共有 {count} 个声道，而服务最多接受两个。',
  ],
  'channels.why.same': ['Both channels hold the same sound.', '两个声道的内容相同。'],
  'channels.why.opposite': [
    'Both channels hold the same sound in opposite phase, which would cancel out in a mix.',
    '两个声道内容相同但相位相反，混合会相互抵消。',
  ],
  'channels.why.only-first': ['Only the left channel has speech.', '只有左声道有语音。'],
  'channels.why.only-second': ['Only the right channel has speech.', '只有右声道有语音。'],
  'channels.why.shared': ['Both channels hold the same speech.', '两个声道的讲话内容相同。'],
  'channels.why.different': ['The two channels hold different speech.', '两个声道的讲话内容不同。'],
  'channels.why.crosstalk': [
    'Each channel also picks up the speech of the other.',
    '两个声道互相串音。',
  ],
  'channels.why.little': [
    'One channel has hardly any speech of its own.',
    '其中一个声道几乎没有独立的语音。',
  ],
  'channels.why.no-speech': [
    'No speech was found in either channel.',
    '两个声道中均未检测到语音。',
  ],
  'channels.why.speakers': [
    'The service tells speakers apart in one channel only.',
    '服务只在一个声道中区分说话人。',
  ],
  'channels.why.unmeasured': [
    'The recording is not on this computer: if it is stereo, nobody knows what its channels hold.',
    '录音不在本机，如为双声道，无法事先了解各声道的内容。',
  ],
  'channels.why.asked-first': ['You chose the first channel only.', '您设置了只识别第一个声道。'],
  'channels.why.asked-both': [
    'You chose to have every channel recognised.',
    '您设置了识别每个声道。',
  ],
  'channels.what.first': ['Only the left one is recognised.', '只识别左声道。'],
  'channels.what.second': ['Only the right one is recognised.', '只识别右声道。'],
  'channels.what.mix': ['They are mixed into one.', '混合为一个声道后识别。'],
  'channels.what.both': ['Each is recognised by itself.', '将分别识别。'],
  'channels.but.first-has-no-speech': [
    'But speech is on the right channel only: nothing of it will be recognised.',
    '但语音只在右声道，将识别不到任何内容。',
  ],
  'channels.but.second-is-left-out': [
    'But the right channel has speech of its own, which will be missing.',
    '但右声道另有讲话，结果中不会包含。',
  ],
  'channels.but.heard-twice': [
    'But both hold the same speech: sentences will appear twice.',
    '但两个声道的讲话内容相同，句子会重复出现。',
  ],
  'channels.but.one-is-silent': ['But one of them has no speech.', '但其中一个声道没有语音。'],
  'channels.but.unmeasured': [
    'If the right channel of a stereo recording holds other speech, set first_channel_only to false.',
    '如果是双声道录音且右声道另有讲话，请将 first_channel_only 设为 false。',
  ],
  'channels.howToHear': [
    'To hear each channel by itself, add --channels.',
    '加上 --channels 可逐个声道识别。',
  ],
  'channels.each.group': ['Channels', '声道'],
  'channels.each.label': ['Hear each channel by itself', '逐个声道识别'],
  'channels.each.hint': [
    'For recordings with one person on each channel; each further channel takes as long again.',
    '适用于每个声道各录一人的录音；每多一个声道，用时相应增加。',
  ],
  'channels.each.listening': [
    'Checking whether the channels hold different speech…',
    '正在检查各声道的讲话内容是否不同…',
  ],
  'channels.each.differ': [
    'The two channels hold different speech: heard each by itself, what is said at the same time is not lost, and each sentence gets its channel.',
    '两个声道的讲话内容不同：逐个声道识别，同时说的话不会漏掉，每句都带声道。',
  ],
  'channels.each.differMany': [
    'There is speech on channels {speaking}, and not the same on all: heard each by itself, what is said at the same time is not lost, and each sentence gets its channel.',
    '声道 {speaking} 有讲话，且内容不同：逐个声道识别，同时说的话不会漏掉，每句都带声道。',
  ],
  'channels.each.silent': ['Without speech: {silent}.', '没有讲话的声道：{silent}。'],
  'channels.each.same': [
    'Exactly like another channel, and heard once: {same}.',
    '与其他声道完全相同，只识别一次：{same}。',
  ],
  'channels.each.sameAs': ['{channel} like {as}', '{channel} 同 {as}'],
  'channels.each.choose': ['Transcribe anew…', '重新转写…'],
  'channels.byLevel': [
    'Judged by loudness alone, as the voice detection model is missing.',
    '缺少语音检测模型，仅按音量判断。',
  ],
  'channels.billed.one': ['Charged: {billed}.', '计费时长：{billed}。'],
  'channels.billed.twice': [
    'Charged: {billed} (at 16 kHz, each channel is charged).',
    '计费时长：{billed}（16 kHz 按声道数计费）。',
  ],
  'channels.billed.twiceUnknown': [
    'Charged: twice its length (at 16 kHz, each channel is charged).',
    '计费时长为录音的两倍（16 kHz 按声道数计费）。',
  ],
} as const satisfies Texts;
