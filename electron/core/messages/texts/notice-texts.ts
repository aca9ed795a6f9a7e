import type { Texts } from '../texts';

/** Remarks on stretches of a recording. */
export const noticeTexts = {
  'notice.other-tracks': [
    'Nothing was recognised in sound track {heard}. The recording also has: {others}.',
    '音轨 {heard} 中没有识别出文字。录音中还有：{others}。',
  ],
  'notice.channels-differ': [
    'The channels hold different speech and were heard as one, so what was said at the same time may be missing. They can be heard each by itself.',
    '各声道的讲话内容不同，但已混为一路识别，同时说的话可能会漏掉。可以逐个声道识别。',
  ],
  'notice.other-language': [
    '{begin}–{end}: speech that does not seem to be English; left out of the transcript.',
    '{begin}–{end}：这段话似乎不是英语，未写入结果。',
  ],
  'notice.not-speech': [
    '{begin}–{end}: sound, but no words that can be trusted; left out.',
    '{begin}–{end}：有声音，但没有可信的文字，未写入结果。',
  ],
  'notice.too-quiet': [
    '{begin}–{end}: there may be speech, but it is too quiet to hear; nothing was recognised. Please check the microphone, its recording level, and whether this is the right track.',
    '{begin}–{end}：可能有人说话，但声音太小，听不清，没有识别出文字。请检查麦克风、录音电平，以及所选音轨是否正确。',
  ],
  'notice.repetition': [
    '{begin}–{end}: the recogniser ran in circles here; left out.',
    '{begin}–{end}：识别在此处反复循环，未写入结果。',
  ],
  'notice.other-text': [
    'Hardly any word of the text was recognised in the recording. Is it the right text? The times are guesses.',
    '录音中几乎没有识别出文本里的词。文本是否正确？给出的时间只是估计。',
  ],
  'notice.sentences-mended': [
    '{begin}–{end}: the service’s reply lacked the time or the text of {count} {count|sentence|sentences}; filled in from what stands around, so the times are estimates.',
    '{begin}–{end}：服务的回复中有 {count} 句缺少时间或文字，已根据前后内容补齐，时间为估计值。',
  ],
  'notice.words-mended': [
    '{begin}–{end}: the service’s reply gave no usable time or text for {count} {count|word|words}; the times there are estimates.',
    '{begin}–{end}：服务的回复中有 {count} 个词缺少可用的时间或文字，这些时间为估计值。',
  ],
  'notice.entries-unreadable': [
    '{begin}–{end}: {count} {count|entry|entries} of the service’s reply could not be read and {count|is|are} left out.',
    '{begin}–{end}：服务的回复中有 {count} 条内容无法读取，未写入结果。',
  ],
  'notice.doubtful': [
    '{begin}–{end}: this was not understood well; times of words here may be wrong.',
    '{begin}–{end}：这一段没有听清，其中词语的时间可能不准。',
  ],
  'notice.mostlyOther': [
    'Most of this recording does not seem to be English. The local engine knows English only; other languages are for the engines flash and file.',
    '这段录音大部分似乎不是英语。本地引擎只支持英语；其他语言由引擎 flash 和 file 识别。',
  ],
} as const satisfies Texts;
