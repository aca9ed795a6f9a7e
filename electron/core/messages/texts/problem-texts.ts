import type { Texts } from '../texts';

/** What breaks the rules of a profile, in the window. */
export const problemTexts = {
  'problems.title': ['Problems', '问题'],
  'problems.profile': ['Rules', '规则'],
  'problems.errors': ['{count} {count|error|errors}', '{count} 个错误'],
  'problems.warnings': ['{count} {count|warning|warnings}', '{count} 个警告'],
  'problems.allRules': ['All rules', '全部规则'],
  'problems.rule': ['Rule', '规则项'],
  'problems.search': ['Search problems', '搜索问题'],
  'problems.search.short': ['Search', '搜索'],
  'problems.list': ['List of problems', '问题列表'],
  'problems.row': ['Sentence {number}: {problem}', '第 {number} 句：{problem}'],
  'problems.clean': ['Nothing is wrong', '没有问题'],
  'problems.clean.by': ['Nothing is wrong by {name}.', '按“{name}”检查，没有发现问题。'],
  'problems.noMatch': ['No problem matches', '没有符合条件的问题'],
  'problems.showAll': ['Show all', '全部显示'],
  'problems.checking': ['Checking…', '正在检查…'],
  'problems.noText': ['Nothing to check yet', '还没有可检查的内容'],
  'problems.fix': ['Fix', '修正'],
  'problems.fixAllOf': ['Fix all: {name}', '全部修正：{name}'],
  'problems.status': ['{count} {count|problem|problems}', '{count} 个问题'],
  'problems.status.open': ['Show the problems', '显示问题'],
  'problems.notChecked': [
    'The text has not been checked yet. Try again in a moment.',
    '文本还没有检查完，请稍后再试。',
  ],
  'problems.noneLeft': ['No problems are left.', '没有问题了。'],
  'problems.hidden': [
    'All problems are in sentences that the filter hides. Clear the filter to go to them.',
    '有问题的句子都被筛选隐藏了。请先清除筛选。',
  ],
  'problems.wrappedToFirst': [
    'That was the last problem; going on from the first.',
    '已到最后一个问题，从第一个继续。',
  ],
  'problems.wrappedToLast': [
    'That was the first problem; going on from the last.',
    '已到第一个问题，从最后一个继续。',
  ],
  'problems.noneHere': ['The current sentence has no problem.', '当前句子没有问题。'],
  'problems.notMendable': [
    'This cannot be fixed safely by itself: please change the text or the times.',
    '此问题无法放心地自动修正，请手动修改文字或时间。',
  ],
  'problems.preview': ['{count} {count|sentence changes|sentences change}.', '将修改 {count} 句。'],
  'problems.preview.removed': [
    '{count} of them {count|is|are} removed: without text, or joined with another.',
    '其中 {count} 句将删除（没有文字，或已并入另一句）。',
  ],
  'problems.preview.filtered': [
    'Some of them are hidden by the filter of the table.',
    '其中有些句子被表格的筛选隐藏。',
  ],
  'problems.preview.undo': ['One undo takes it all back.', '撤销一次即可全部还原。'],
  'problems.preview.nothing': [
    'Nothing here can be fixed safely by itself.',
    '没有可放心自动修正的问题。',
  ],
  'problems.preview.more': ['and {count} more', '另有 {count} 句'],
  'problems.preview.list': ['What changes', '将修改的内容'],
  'problems.preview.gone': ['Removed', '删除'],
  'problems.preview.before': ['Before', '修改前'],
  'problems.preview.after': ['After', '修改后'],
  'problems.preview.do': ['Fix {count}', '修正 {count} 句'],
  'problems.overlaps.keep.hint': ['Nothing changes.', '不做修改。'],
  'problems.fixed': ['{count} {count|sentence|sentences} fixed.', '已修正 {count} 句。'],
} as const satisfies Texts;
