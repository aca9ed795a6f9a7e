import type { Texts } from '../texts';

/** What a running job is doing. */
export const stageTexts = {
  'stage.loading': ['loading the model', '正在加载模型'],
  'stage.preparing': ['preparing the sound', '正在准备声音'],
  'stage.transcribing': ['transcribing', '正在识别'],
  'stage.aligning': ['aligning words', '正在对齐词语'],
  'stage.uploading': ['uploading', '正在上传'],
  'stage.waiting': ['waiting for the service', '正在等待服务'],
} as const satisfies Texts;
