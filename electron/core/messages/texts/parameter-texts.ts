import type { Texts } from '../texts';

/** Parameters of Alibaba Cloud's services, by the vendor's names: `label`, and what each does. */
export const parameterTexts = {
  'parameter.sample_rate.label': ['Sample rate of the model', '模型采样率'],
  'parameter.sample_rate.hint': [
    'Must be the rate of the model that the Appkey is set to. The service resamples the sound itself.',
    '须与 Appkey 所选模型的采样率一致。服务会自行重采样。',
  ],
  'parameter.enable_timestamp_alignment.label': ['Align times with the sound', '时间戳校准'],
  'parameter.enable_timestamp_alignment.hint': [
    'Measures when each word is said. Without it times are spread evenly and shown as estimated.',
    '实测每个词的起止时间。关闭时，词的时间为平均推算，并标为估计。',
  ],
  'parameter.enable_punctuation_prediction.label': ['Add punctuation', '添加标点'],
  'parameter.enable_punctuation_prediction.hint': [
    'Puts commas and full stops into the text; sentences are found better with them.',
    '在文字中加入标点，断句也更准确。',
  ],
  'parameter.enable_inverse_text_normalization.label': ['Write numbers as digits', '数字规整'],
  'parameter.enable_inverse_text_normalization.hint': [
    'Writes spoken numbers, dates and amounts as figures: “twenty percent” as 20%.',
    '把口语中的数字、日期和金额写成数字形式，例如“百分之二十”写作 20%。',
  ],
  'parameter.enable_disfluency.label': ['Leave out fillers', '过滤语气词'],
  'parameter.enable_disfluency.hint': [
    'Leaves out hesitations and repeated words, so the text is no longer word for word.',
    '去掉语气词和重复词，文字因此不再逐字对应。',
  ],
  'parameter.auto_split.label': ['Tell speakers apart', '区分说话人'],
  'parameter.auto_split.hint': [
    'Gives every sentence a speaker. At 16 kHz only the first channel is looked at.',
    '为每句标出说话人。16 kHz 时只处理第一个声道。',
  ],
  'parameter.supervise_type.label': ['How speakers are counted', '人数判定方式'],
  'parameter.supervise_type.hint': [
    'Left to the service: 8 kHz goes by the number below, 16 kHz finds out by itself.',
    '交由服务决定时：8 kHz 按下面的人数，16 kHz 自行判断。',
  ],
  'parameter.supervise_type.choice.1': ['By the number below', '按下面的人数'],
  'parameter.supervise_type.choice.2': ['The service finds out', '由服务自行判断'],
  'parameter.speaker_num.label': ['Number of speakers', '说话人数'],
  'parameter.speaker_num.hint': [
    'A hint only. Without it the service assumes 2 at 8 kHz and up to 100 at 16 kHz.',
    '仅作提示。不填时，服务按 8 kHz 两人、16 kHz 至多 100 人处理。',
  ],
  'parameter.first_channel_only.label': ['First channel only', '只识别第一个声道'],
  'parameter.first_channel_only.hint': [
    'By the recording: all speech is recognised, and what both channels hold only once. On: the first channel alone. Off: each channel by itself; at 16 kHz each is charged.',
    '按录音内容：有讲话的声道都会识别，相同的讲话只识别一次。开：只识别第一个声道。关：逐个声道识别，16 kHz 时按声道数计费。',
  ],
  'parameter.byRecording': ['By the recording', '按录音内容'],
  'parameter.sentence_max_length.label': ['Longest sentence', '单句最多字数'],
  'parameter.sentence_max_length.hint': [
    'Breaks sentences for subtitles. Empty: the service breaks at pauses and marks only.',
    '为字幕断句。不填则服务只按停顿和标点断句。',
  ],
  'parameter.vocabulary_id.label': ['Hot words', '热词表'],
  'parameter.vocabulary_id.hint': [
    'Id of a list of hot words made in the console.',
    '控制台中创建的热词表 ID。',
  ],
  'parameter.class_vocabulary_id.label': ['Hot words by class', '类热词表'],
  'parameter.class_vocabulary_id.hint': [
    'Id of a list of names by class (people, places) made in the console.',
    '控制台中创建的类热词（人名、地名等）ID。',
  ],
  'parameter.customization_id.label': ['Own model', '自学习模型'],
  'parameter.customization_id.hint': [
    'Id of a model that was trained in the console.',
    '控制台中训练的自学习模型 ID。',
  ],
  'parameter.speech_noise_threshold.label': ['Threshold of noise', '噪声阈值'],
  'parameter.speech_noise_threshold.hint': [
    'Towards -1 more noise counts as speech, towards 1 more speech counts as noise.',
    '越接近 -1，噪声越容易被当作语音；越接近 1，语音越容易被当作噪声。',
  ],
  'parameter.special_word_filter.label': ['Words to filter', '敏感词过滤'],
  'parameter.special_word_filter.hint': [
    'JSON with system_reserved_filter, filter_with_empty and filter_with_signed.',
    'JSON，可含 system_reserved_filter、filter_with_empty、filter_with_signed。',
  ],
  'parameter.max_end_silence.label': ['Pause that ends a sentence', '断句静音时长'],
  'parameter.max_end_silence.hint': [
    'A shorter one gives shorter sentences.',
    '数值越小，句子越短。',
  ],
  'parameter.max_single_segment_time.label': ['Longest stretch of speech', '单段语音最长时间'],
  'parameter.max_single_segment_time.hint': [
    'Where nobody pauses, speech is broken after this time.',
    '说话没有停顿时，超过此时长即断开。',
  ],
  'parameter.enable_sample_rate_adaptive.label': ['Resample above 16 kHz', '自适应采样率'],
  'parameter.enable_sample_rate_adaptive.hint': [
    'The service brings sound of a higher rate down to that of the model.',
    '服务会把更高采样率的声音降到模型的采样率。',
  ],
  'parameter.enable_semantic_sentence_detection.label': ['Break sentences by meaning', '语义断句'],
  'parameter.enable_semantic_sentence_detection.hint': [
    'Breaks where the meaning ends instead of at pauses.',
    '按语义而不是按停顿断句。',
  ],
  'parameter.valid_times.label': ['Only these stretches', '只识别这些时段'],
  'parameter.valid_times.hint': [
    'A JSON list; each entry has begin_time, end_time (ms) and channel_id.',
    'JSON 列表，每项含 begin_time、end_time（毫秒）和 channel_id。',
  ],
  'parameter.punctuation_mark.label': ['More marks to break at', '额外断句标点'],
  'parameter.punctuation_mark.hint': [
    'Sentences break at these marks too, for instance ，; Chinese and English marks differ.',
    '除常规标点外还在这些标点处断句，例如“，”；区分中英文标点。',
  ],
  'parameter.group.usual': ['Recognition', '识别参数'],
  'parameter.group.advanced': ['Advanced parameters', '高级参数'],
  'parameter.byDefault': ['Default: {value}', '默认：{value}'],
  'parameter.range': ['{minimum} to {maximum} {unit}', '{minimum} 至 {maximum} {unit}'],
  'parameter.least': ['at least {minimum} {unit}', '至少 {minimum} {unit}'],
  'parameter.on': ['on', '开'],
  'parameter.off': ['off', '关'],
  'parameter.byService': ['Left to the service', '由服务决定'],
  'parameter.unit.characters': ['characters', '字'],
  'parameter.unit.speakers': ['speakers', '人'],
  'parameter.unit.ms': ['ms', '毫秒'],
  'parameter.unit.Hz': ['Hz', '赫兹'],
  'parameter.why.model': [
    'The model of this Appkey does not support it.',
    '该 Appkey 的模型不支持此项。',
  ],
  'parameter.why.condition': [
    'Without effect as long as “{other}” is {value}.',
    '“{other}”为{value}时不起作用。',
  ],
  'parameter.problem.missing': ['A value is missing.', '缺少数值。'],
  'parameter.problem.unknown': ['The service does not know this.', '服务不认识此项。'],
  'parameter.problem.wrong-kind': [
    'This is not a value of the right kind{allowed}.',
    '数值类型不正确{allowed}。',
  ],
  'parameter.problem.out-of-range': ['Out of range{allowed}.', '超出取值范围{allowed}。'],
  'parameter.problem.not-a-choice': [
    'Not among the choices{allowed}.',
    '不在可选值之中{allowed}。',
  ],
  'parameter.problem.not-json': ['This is not a JSON object.', '不是有效的 JSON 对象。'],
  'parameter.problem.wrong-filter': [
    'It may hold system_reserved_filter (true, false), filter_with_empty and filter_with_signed, each with a word_list.',
    '只能包含 system_reserved_filter（true 或 false）、filter_with_empty 和 filter_with_signed，后两项各含 word_list。',
  ],
  'parameter.problem.not-marks': [
    'Only punctuation marks, one after the other; the service passes over anything else.',
    '只能连续填写标点符号，其他字符对服务不起作用。',
  ],
  'parameter.problem.blanks': ['There may be no blanks in it.', '不能含有空格。'],
  'parameter.reset': ['Reset', '恢复默认'],
  'parameter.changed': ['{count} changed', '已更改 {count} 项'],
  'parameter.stop': ['Correct what is marked among the parameters first.', '请先改正标出的参数。'],
  'parameter.preset': ['Preset', '预设'],
  'parameter.preset.none': ['Choose a preset', '选择预设'],
  'parameter.preset.name': ['Name of the preset', '预设名称'],
  'parameter.preset.saveAs': ['Save as…', '另存为…'],
  'parameter.preset.save': ['Save', '保存'],
  'parameter.preset.delete': ['Delete the preset {name}', '删除预设“{name}”'],
} as const satisfies Texts;
