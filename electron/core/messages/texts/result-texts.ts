import type { Texts } from '../texts';

/** What is said of files of programs that recognise speech, where they hold no transcript. */
export const resultTexts = {
  'reason.result.unfinished': [
    '{path} is no transcript yet: {engine} had not finished when it was saved.',
    '{path} 还不是识别结果：保存时 {engine} 尚未完成。',
  ],
  'reason.result.unfinished.status': [
    '{path} is no transcript yet: {engine} had not finished when it was saved ({status}).',
    '{path} 还不是识别结果：保存时 {engine} 尚未完成（{status}）。',
  ],
  'reason.result.unfinished.next': [
    'Ask the service again when the job is done, and open what it answers then.',
    '请在任务完成后重新查询，再打开届时得到的结果。',
  ],
  'reason.result.failed': [
    '{path} is no transcript: {engine} reports a failure.',
    '{path} 不是识别结果：{engine} 报告识别失败。',
  ],
  'reason.result.failed.status': [
    '{path} is no transcript: {engine} reports a failure ({status}).',
    '{path} 不是识别结果：{engine} 报告识别失败（{status}）。',
  ],
  'reason.result.failed.next': [
    'Recognise the recording again; the file holds nothing else.',
    '请重新识别录音；该文件中没有其他内容。',
  ],
  'reason.result.elsewhere': [
    '{path} only says where {engine} put the transcript.',
    '{path} 只说明了 {engine} 把识别结果存放在哪里。',
  ],
  'reason.result.elsewhere.next': [
    'Download the file at the address in it, and open that one.',
    '请从其中的地址下载结果文件，再打开该文件。',
  ],
  'reason.result.several': [
    '{path} holds the transcripts of several recordings.',
    '{path} 中有多个录音的识别结果。',
  ],
  'reason.result.several.next': [
    'Give each recording a file of its own, and open them one by one.',
    '请将每个录音的结果分别存成一个文件，再逐个打开。',
  ],
  'reason.result.untimed': [
    '{path} has the text that {engine} recognised, but no times.',
    '{path} 只有 {engine} 识别的文字，没有时间。',
  ],
  'reason.result.untimed.next': [
    'Recognise again with times of sentences or words, or save the text as a .txt file and align it to the recording.',
    '请在识别时要求句子或词语的时间；也可将文字存为 .txt 文件，再与录音对齐。',
  ],
  'reason.result.damaged': [
    '{path} is a result of {engine}, but nothing that was said can be read in it.',
    '{path} 是 {engine} 的结果，但无法从中读取任何识别内容。',
  ],
  'reason.result.damaged.next': [
    'Save the result again, whole and as it came.',
    '请重新保存结果，内容要完整，保持原样。',
  ],
  'reason.result.unknown': [
    '{path} is JSON, but neither a transcript of Zimu Studio nor the result of a recogniser that is known.',
    '{path} 是 JSON，但既不是 Zimu Studio 的文字稿，也不是已知语音识别程序的结果。',
  ],
  'reason.result.unknown.next': [
    'Known are Whisper and programs that write like it, Deepgram, Amazon, Google, Azure, FunASR, Paraformer and the services of Alibaba Cloud. Give the file whole, as it came.',
    '可识别的有 Whisper 及写法相同的程序、Deepgram、亚马逊、谷歌、Azure、FunASR、Paraformer 和阿里云的各项服务。请提供完整文件，保持原样。',
  ],
} as const satisfies Texts;
