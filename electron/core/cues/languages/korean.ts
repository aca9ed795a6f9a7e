import type { LanguageData } from './language-data';

/**
 * Sources: Korean orthography of the National Institute of Korean Language, articles 42 to 47: bound
 * nouns and auxiliary predicates are words of their own and lean on what stands before them; the
 * closed word classes of the language for adnominals and adverbs.
 */
export const korean: LanguageData = {
  tag: 'ko',
  script: 'hangul',
  bound: '그 이 저 한 두 세 네 몇 각 매 아주 매우 너무 더 가장 안 못 및 또는 약 제',
  trailing:
    '것 것이 것은 것을 것도 것입니다 거 게 수 수가 수는 수도 줄 줄은 때 때문에 만큼 대로 뿐 적 적이 있다 ' +
    '있는 있고 있어요 있습니다 있었습니다 없다 없는 없어요 없습니다 않다 않는 않고 않아요 않습니다 싶다 ' +
    '싶은 싶어요 싶습니다 보다 보니 명 개 년 월 일 시 분',
  leaders: '그리고 그러나 하지만 그래서 그런데 왜냐하면 만약 따라서 그러면',
};
