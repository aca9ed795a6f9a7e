import type { Texts } from '../texts';

/** What happened and what to do next, of an engine and of the models it needs. */
export const engineErrorTexts = {
  'error.engine/unavailable.happened': [
    'The engine "{engine}" is not to be had here, or it cannot do this.',
    '这里没有引擎 “{engine}”，或者它做不到这件事。',
  ],
  'error.engine/unavailable.next': [
    '"zimu help transcribe" lists the engines. For English, and to align, use --engine local, which works offline and without an account.',
    '运行 “zimu help transcribe” 查看可用的引擎。英语识别和对齐请使用 --engine local：离线运行，无需账号。',
  ],
  'error.engine/unsupported-language.happened': [
    'The engine "{engine}" does not understand the language "{language}".',
    '引擎 “{engine}” 不支持语言 “{language}”。',
  ],
  'error.engine/unsupported-language.next': [
    'Try another engine ({alternatives}): they need an account at Alibaba Cloud, see "zimu help transcribe". Nothing was written.',
    '请改用其他引擎（{alternatives}）：需要阿里云账号，详见 “zimu help transcribe”。没有写出任何文件。',
  ],
  'error.engine/worker-failed.happened': [
    'The recogniser stopped unexpectedly, twice on the same piece of sound ({reason}).',
    '识别程序在同一段声音上两次意外退出（{reason}）。',
  ],
  'error.engine/worker-failed.next': [
    'Close other programs if memory is short, or try --model tiny. What was recognised before is kept as a partial result.',
    '如果内存不足，请关闭其他程序，或尝试 --model tiny。之前识别出的内容已作为部分结果保留。',
  ],
  'error.engine/unauthorised.happened': [
    'Alibaba Cloud does not know these credentials ({vendorCode}).',
    '阿里云不认可这组凭证（{vendorCode}）。',
  ],
  'error.engine/unauthorised.next': [
    'Check ALIYUN_AK_ID, ALIYUN_AK_SECRET and ZIMU_ISI_TOKEN; "zimu isi check" tries them. Nothing was changed; the recording is safe.',
    '请检查 ALIYUN_AK_ID、ALIYUN_AK_SECRET 和 ZIMU_ISI_TOKEN，“zimu isi check” 可逐项检查。未作任何改动，录音不受影响。',
  ],
  'error.engine/forbidden.happened': [
    'The account may not do this ({vendorCode}).',
    '该账号无权执行此操作（{vendorCode}）。',
  ],
  'error.engine/forbidden.next': [
    'Check permissions, payment and the project of the Appkey in the console. Nothing was changed.',
    '请在控制台检查权限、付费状态和 Appkey 所属项目。未作任何改动。',
  ],
  'error.engine/throttled.happened': [
    'The service takes no more requests at the moment ({vendorCode}).',
    '服务当前不再接受更多请求（{vendorCode}）。',
  ],
  'error.engine/throttled.next': [
    'Try again later, or run fewer jobs at once.',
    '请稍后重试，或减少同时运行的任务。',
  ],
  'error.engine/refused.happened': [
    'The service refused the request: {vendorText} ({vendorCode}).',
    '服务拒绝了请求：{vendorText}（{vendorCode}）。',
  ],
  'error.engine/refused.next': [
    'Look at the remedy beside the code, change what it names and try again.',
    '请查看错误码旁的处理办法，修改后重试。',
  ],
  'error.engine/audio-refused.happened': [
    'The service cannot use this recording: {vendorText} ({vendorCode}).',
    '服务无法使用这段录音：{vendorText}（{vendorCode}）。',
  ],
  'error.engine/audio-refused.next': [
    'Choose another engine, or have the recording converted first.',
    '请选择其他引擎，或先转换录音格式。',
  ],
  'error.engine/failed.happened': [
    'The service failed: {vendorText} ({vendorCode}).',
    '服务出错：{vendorText}（{vendorCode}）。',
  ],
  'error.engine/failed.next': [
    'Try again later. Nothing that was recognised is lost.',
    '请稍后重试。已识别的内容不会丢失。',
  ],
  'error.engine/reply-unreadable.happened': [
    'The reply of {host} cannot be understood.',
    '无法理解 {host} 的回复。',
  ],
  'error.engine/reply-unreadable.next': [
    'Check the address of the service and the proxy, then try again.',
    '请检查服务地址和代理，然后重试。',
  ],
  'error.engine/clock-skewed.happened': [
    'The clock of this computer is {minutes} minutes off.',
    '本机的时钟偏差 {minutes} 分钟。',
  ],
  'error.engine/clock-skewed.next': [
    'Set the clock, then try again: signed requests are only good for 15 minutes.',
    '请校准时钟后重试：签名请求仅在 15 分钟内有效。',
  ],
  'error.model/missing.happened': [
    'The speech model "{model}" is not on this computer ({path}).',
    '本机上没有语音模型 “{model}”（{path}）。',
  ],
  'error.model/missing.next': [
    'Run "npm run setup" in the project folder to put it there.',
    '请在项目文件夹中运行 “npm run setup” 安装模型。',
  ],
  'error.model/corrupt.happened': [
    'The speech model "{model}" is damaged: {path}',
    '语音模型 “{model}” 已损坏：{path}',
  ],
  'error.model/corrupt.next': [
    'Run "npm run setup" in the project folder to restore it.',
    '请在项目文件夹中运行 “npm run setup” 修复。',
  ],
} as const satisfies Texts;
