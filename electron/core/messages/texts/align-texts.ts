import type { Texts } from '../texts';

/** What is said of re-aligning words, and of kinds of job. */
export const alignTexts = {
  'command.edit.realign': ['Re-align words', '重新对齐'],
  'edit.realign': ['Re-align words', '重新对齐'],
  'stage.typing': ['waiting until you are done typing', '等待您输入完毕'],
  'job.kind.align': ['Re-align words', '重新对齐'],
  'job.align.done': [
    'Re-aligned: {count} {count|sentence|sentences} in {elapsed}',
    '已重新对齐：{count} 句，用时 {elapsed}',
  ],
  'job.align.nothing': ['No word’s time was changed.', '没有词语的时间发生变化。'],
  'job.align.cancelled': [
    'Cancelled; {count} {count|sentence is|sentences are} re-aligned',
    '已取消；已重新对齐 {count} 句',
  ],
  'job.align.anew': [
    'Begins anew on resuming; words that you moved stay as they are',
    '继续时会从头对齐；您调整过的词语保持不变',
  ],
  'notice.text-changed': [
    '{begin}–{end}: this sentence was changed meanwhile; its words keep their times.',
    '{begin}–{end}：该句在此期间已被修改，词语的时间保持不变。',
  ],
  'notice.not-placed': [
    '{begin}–{end}: the words of this sentence were not found in the sound; they keep their times.',
    '{begin}–{end}：声音中没有找到该句的词语，时间保持不变。',
  ],
  'error.engine/cannot-align.happened': [
    'The words cannot be aligned: the aligner does not know this language ({language}).',
    '无法对齐词语：对齐功能不支持该语言（{language}）。',
  ],
  'error.engine/cannot-align.next': [
    'Nothing was changed. The built-in aligner knows English. If the speech is English, transcribe it as English first; otherwise drag the words in the waveform.',
    '没有作任何更改。内置的对齐功能支持英语。如果录音是英语，请先按英语转写；否则请在波形中拖动词语。',
  ],
  'error.job/kind-unavailable.happened': [
    'This version cannot do this kind of job yet ({kind}).',
    '此版本尚不支持这类任务（{kind}）。',
  ],
  'error.job/kind-unavailable.next': [
    'Nothing was started and nothing was changed. A newer version may be able to.',
    '没有启动任何任务，也没有作任何更改。新版本可能会支持。',
  ],
} as const satisfies Texts;
