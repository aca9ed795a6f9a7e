import type { Texts } from '../texts';

/** What becomes of a text that is being typed. */
export const editingTexts = {
  'editing.changedElsewhere': [
    'Meanwhile this sentence was changed elsewhere, to “{text}”. What you typed is kept as unfinished text of that row: go on with it, or discard it.',
    '这一句在别处已改为“{text}”。您输入的内容已保留为该行“未完成的文字”，可以继续编辑或放弃。',
  ],
  'editing.removedElsewhere': [
    'Meanwhile the sentence you were typing was removed elsewhere. You had typed: “{text}”. Undo brings the sentence back, with your text as unfinished text.',
    '您正在输入的句子已在别处被删除。您输入的是：“{text}”。撤销即可恢复该句，您的内容会作为“未完成的文字”保留。',
  ],
  'editing.sentenceGone': [
    'This was typed into a sentence that has been removed since, and not finished: “{text}”. It is kept until you close this message; if undo brings the sentence back, it is there again.',
    '以下是未完成的输入，其所在的句子后来已被删除：“{text}”。关闭此消息前内容会一直保留；撤销删除即可在该句中找回。',
  ],
  'editing.nextHidden': [
    'The filter hides a sentence that this would change. Clear the filter first; nothing was merged.',
    '筛选条件隐藏了将被合并的句子。请先清除筛选；未作任何合并。',
  ],
  'editing.noSplit': [
    'Here is no place to split: there must be a word on both sides of the caret.',
    '此处无法断句：光标两侧都需要有词。',
  ],
} as const satisfies Texts;
