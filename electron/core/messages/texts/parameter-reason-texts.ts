import type { Texts } from '../texts';

/** Why parameters that were typed as `name=value` are refused. */
export const parameterReasonTexts = {
  'reason.set.no-assignment': [
    '--set takes NAME=VALUE; "{given}" is none. "zimu help transcribe" lists the names.',
    '--set 的格式为 NAME=VALUE，“{given}” 不符合。“zimu help transcribe” 列出了所有参数名。',
  ],
  'reason.set.unknown-name': [
    'The engine "{engine}" has no parameter "{parameter}". Those it has: {names}.',
    '引擎 “{engine}” 没有参数 “{parameter}”。可用的有：{names}。',
  ],
  'reason.set.near-name': [
    'The engine "{engine}" has no parameter "{parameter}". Did you mean {suggestion}?',
    '引擎 “{engine}” 没有参数 “{parameter}”。是否想写 {suggestion}？',
  ],
  'reason.set.own': [
    'The parameter {parameter} is set by Zimu Studio itself.',
    '参数 {parameter} 由字幕工作室自行设置。',
  ],
  'reason.set.twice': ['{parameter} is set twice.', '{parameter} 设置了两次。'],
  'reason.set.no-effect': [
    '{parameter} has no effect without {other}={value}.',
    '没有 {other}={value} 时，{parameter} 不起作用。',
  ],
  'reason.set.unsupported': [
    '{parameter}: the model of this Appkey does not support it.',
    '{parameter}：该 Appkey 的模型不支持此项。',
  ],
  'reason.set.unknown-preset': [
    'There is no preset "{preset}" for the engine "{engine}". Those there are: {names}.',
    '引擎 “{engine}” 没有名为 “{preset}” 的预设。现有预设：{names}。',
  ],
  'reason.set.no-presets': [
    'There is no preset "{preset}" for the engine "{engine}": none was saved in the window yet.',
    '引擎 “{engine}” 没有名为 “{preset}” 的预设：窗口中尚未保存任何预设。',
  ],
} as const satisfies Texts;
