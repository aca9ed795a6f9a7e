/**
 * The vendor's two services that hear recordings: 极速版, whose reply brings the words, and 录音文件识别,
 * which works on a task. A word of the vendor's; which of our engines stands on which, they say.
 */
export type RecognitionService = 'flash' | 'file';
