import type { LanguageData } from './language-data';

/**
 * Sources: GB/T 15834-2011 (marks; no full stop after abbreviations); the closed word classes of the
 * language as Xiandai Hanyu Babai Ci lists them: adverbs, prepositions, conjunctions and
 * demonstratives lean on what follows, particles on what stands before them.
 */
export const chinese: LanguageData = {
  tag: 'zh',
  script: 'han',
  bound:
    '很 非常 最 不 没 没有 也 都 就 还 更 太 再 在 把 被 对 从 向 给 和 与 跟 或 或者 及 是 这 那 每 各 一',
  trailing: '的 了 着 过 吗 呢 吧 啊 嘛 呀 啦 地 得 们',
};
