import type { Texts } from '../texts';

/** Remarks on stretches of a recording. */
export const noticeTexts = {
  'notice.other-language': [
    '{begin}–{end}: speech that does not seem to be English; left out of the transcript.',
    '{begin}–{end}：这段话似乎不是英语，未写入结果。',
  ],
  'notice.not-speech': [
    '{begin}–{end}: sound, but no words that can be trusted; left out.',
    '{begin}–{end}：有声音，但没有可信的文字，未写入结果。',
  ],
  'notice.repetition': [
    '{begin}–{end}: the recogniser ran in circles here; left out.',
    '{begin}–{end}：识别在此处反复循环，未写入结果。',
  ],
  'notice.other-text': [
    'Hardly any word of the text was recognised in the recording. Is it the right text? The times are guesses.',
    '录音中几乎没有识别出文本里的词。文本是否正确？给出的时间只是估计。',
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
