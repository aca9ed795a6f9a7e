import type { LanguageData } from './language-data';

/**
 * Sources: GB/T 15834-2011 (marks; no full stop after abbreviations); the closed word classes of the
 * language as Xiandai Hanyu Babai Ci lists them: adverbs, auxiliaries, prepositions, conjunctions and
 * demonstratives lean on what follows, particles and words of place on what stands before them; conjunctions
 * and prepositions begin a phrase.
 */
export const chinese: LanguageData = {
  tag: 'zh',
  script: 'han',
  bound:
    '很 非常 最 不 没 没有 也 都 就 还 更 太 再 在 把 被 对 从 向 给 和 与 跟 或 或者 及 是 这 那 每 各 一 ' +
    '然后 所以 但是 但 可是 因为 如果 虽然 而且 并且 不过 于是 因此 以及 为了 关于 由于 第 ' +
    '不太 不能 不会 不要 不想 可 可以 能 会 要 让 使 比 正在 已经 曾经 刚 刚刚 经常 总是 一直 只 又',
  leaders: '并 而 以及 或者 还是 为了 关于 由于 但 ' + '在 把 被 对 从 向 给 和 与 跟 让 使 比',
  clauseStarters:
    '然后 所以 但是 可是 不过 因为 如果 虽然 而且 并且 于是 因此 接着 另外 只要 只有 除非 即使 否则',
  trailing:
    '的 了 着 过 吗 呢 吧 啊 嘛 呀 啦 地 得 们 上 下 里 中 内 外 时 后 前 之后 之前 以后 以前 左右 以上 以下 ' +
    '个 位 次 种 件 条 张 本 台 家 名 年 月 日 号 岁 元 块 米 公里 斤 倍',
  closers: '了 过 吗 呢 吧 啊 嘛 呀 啦',
};
