import { describe, expect, test } from 'vitest';
import { chooseBreakRules } from '@core/cues/break-rules';
import { findBreaks } from '@core/cues/find-breaks';
import { tokenise } from '@core/transcript/tokenise';

/** The sentences of a text, as its words tell them. */
function cut(language: string | undefined, text: string): string[] {
  const isCaseless = !/\p{Lu}/u.test(text);
  const tokens = tokenise(text).map((token) => ({ ...token, isCaseless }));
  const breaks = findBreaks(tokens, chooseBreakRules(language, text));
  const sentences: string[] = [];
  let open = '';
  tokens.forEach((token, index) => {
    open += token.before + token.text + token.after;
    if (index < tokens.length - 1 && !breaks.endsSentence(index)) return;
    sentences.push(open);
    open = '';
  });
  return sentences.map((sentence) => sentence.trim());
}

/** Each case is written with `|` where its sentences end. */
function expectSentences(language: string | undefined, marked: string): void {
  const sentences = marked.split('|').map((sentence) => sentence.trim());
  expect(cut(language, sentences.join(' '))).toEqual(sentences);
}

describe('[CU3] sentences end where a reader would end them', () => {
  test.each([
    ['titles and ranks', 'Capt. Reed met Mrs. Olsen and Lt. Cole. | They left.'],
    ['a case at law', 'The clerk read Mapp v. Ohio aloud. | Then he sat down.'],
    ['months', 'It snowed on Jan. 9 and again on Sept. 30 that year. | Nobody minded.'],
    ['a month at an end', 'The lease ends in Dec. | The next begins in January.'],
    ['weekdays', 'The shop is shut on Mon. 5 May. | It opens on Tuesday.'],
    ['words that are weekdays too', 'We sat in the sun. | Tom sat. | Nobody spoke.'],
    ['degrees', 'Her Ph.D. Monday talk was full. | She has a Ph.D. | He has none.'],
    ['places', 'The bus to Ft. Myers stops at St. Paul. | It is late.'],
    ['streets', 'She waits at Lake Ave. Saturday night. | He lives on Park Blvd. | She does not.'],
    ['numbers of things', 'Take Eq. 4 with Fig. 12 of Vol. II on p. 80. | Then stop.'],
    ['a number and a word', 'Is it No. 7? | No. | Tom has it.'],
    ['companies', 'The firm Marsh Bros. Carpets and Dale Inc. merged. | It failed.'],
    ['a company at an end', 'She works for Dale Inc. | They make lamps.'],
    ['about', 'It weighs approx. 4.5 tons, i.e. Too much. | Lift it vs. Move it.'],
    ['initials', 'A book by E. B. White and J.R. Ewing. | It sold well.'],
    ['an initial at an end', 'Choose plan B. | The other one is worse.'],
    ['countries', 'The U.S. Navy sails from the U.S. | It returns in May.'],
    ['times', 'We met at 6 p.m. Pacific time. | We slept at 5 a.m. | The sun rose.'],
    ['lists', '1. Lift the lid. | 2. Pour the water. | a. Stir it. | b. Wait.'],
    ['an answer that is a number', 'How many were there? | 6. | That is a lot.'],
    ['years', 'She was born in 1987. | Nina came later.'],
    ['measures', 'The wall is 6 ft. High enough. | It is 20 ft. | We measured it.'],
    ['addresses', 'Look at www.example.com/?q=1.5 and write to a@b.org. | Thanks.'],
    ['a state in capitals', 'She moved to Fresno, CA. | The house is big.'],
    ['capitals throughout', 'DR. WONG CALLED. | NOBODY ANSWERED.'],
    ['lower case', 'the doctor called. | nobody answered mr. wong.'],
    ['a junior', 'We heard Sammy Davis Jr. sing. | Sammy Davis Jr. | He sang well.'],
    ['dots', 'Well... | I think so. | So do I. | Tom does not.'],
  ])('English: %s', (_what, marked) => {
    expectSentences('en-US', marked);
  });

  test.each([
    [
      'de',
      'Am 3. Oktober traf Dr. Weiß Hrn. Krug. | Er kam nach ca. 10 Min. Fahrt. | Das war alles.',
    ],
    ['de', 'Im 19. Jahrhundert, z. B. in Wien, d. h. Österreich usw. | Dann kam der 2. Weltkrieg.'],
    ['de', 'Siehe Nr. 7, Abb. 2 und S. 14. | Das reicht bzw. Genügt. | So. | Karl ging.'],
    ['de', 'Er wurde am 12. Mai 1990. | Anna kam 1991. | 1. Deckel öffnen. | 2. Wasser einfüllen.'],
    ['fr', 'M. Dupont et Mme. Blanc voient le Dr. Morel. | Il part le 3 janv. 2020. | C’est tout.'],
    ['fr', 'Voir p. 12 et fig. 3, etc. | Les autres, p. ex. Paul, restent. | L’homme sort.'],
    ['es', 'El Sr. Ruiz y la Dra. Vega viven en la Av. Mayor. | Ella lee la pág. 9. | Es tarde.'],
    ['es', 'Viaja por EE. UU. Pronto. | ¿Viene D. Luis? | No. | Ana viene.'],
    ['it', 'Il sig. Bruni e la dott.ssa Leone leggono pag. 4. | Poi escono, ecc. | La sera piove.'],
    ['pt', 'O Sr. Lima e a Dra. Rocha moram na Av. Central. | Veja a pág. 3. | O mar. | Ana foi.'],
    [
      'ru',
      'Проф. Иванов живёт на ул. Садовой. | Это было в 1990 г. | Он уехал и т. д. | Все знали.',
    ],
    ['ru', 'А. С. Орлов прочёл стр. 5 и рис. 2. | Потом он ушёл. | Это я. | Мы тут.'],
    ['zh', '请打开 Mr. Green 的网站。 | 价格是 3.5 元。 | 好！'],
    ['ja', 'Dr. Sato と会った。 | 明日も行く。'],
    ['ko', '김 선생님은 Mr. Brown 을 만났다. | 그는 집에 갔다.'],
  ])('%s: %s', (language, marked) => {
    if (language === 'zh' || language === 'ja') {
      const sentences = marked.split('|').map((sentence) => sentence.trim());
      expect(cut(language, sentences.join(''))).toEqual(sentences);
    } else expectSentences(language, marked);
  });

  test.each([
    [undefined, 'Am 3. Oktober war die Straße leer und das Haus auch. | Niemand kam zu der Feier.'],
    ['und', 'El Sr. Ruiz vive en la casa de la Av. Mayor con los perros. | Es tarde.'],
    ['auto', 'Проф. Иванов живёт на ул. Садовой.'],
    ['und', 'Mr. Reed left.'],
    ['sv', 'Mr. Reed left.'],
  ])('[CU9] a language that is not known (%s) is told by the text', (language, marked) => {
    expectSentences(language, marked);
  });
});

describe('[CU4] the places within a sentence', () => {
  /** The kind of the place that is marked with `|`. */
  function kindOf(language: string, marked: string): string {
    const [left = ''] = marked.split('|');
    const text = marked.replace('|', '');
    const index = tokenise(left).length - 1;
    return findBreaks(tokenise(text), chooseBreakRules(language, text)).kindAfter(index);
  }

  test.each([
    ['en', 'we were glad to meet Mr. |Hale'],
    ['en', 'the case of Mapp v. |Ohio'],
    ['en', 'it rained on Jan. |9'],
    ['en', 'a book by J.K. |Harding'],
    ['en', 'a book by J. |K. Harding'],
    ['en', 'we drove to Ft. |Myers'],
    ['en', 'Marsh Bros. |Carpets'],
    ['en', 'look at Eq. |4'],
    ['en', 'the U.S. |Navy'],
    ['en', 'about e.g. |this'],
    ['en', '1. |Lift the lid'],
    ['en', 'five years |ago'],
    ['en', 'the |house'],
    ['en', 'twenty 5 |dogs'],
    ['de', 'am 3. |Oktober'],
    ['de', 'mit der |Bahn'],
    ['fr', 'avec M. |Dupont'],
    ['fr', 'dans la |maison'],
    ['es', 'con la |casa'],
    ['it', 'della |casa'],
    ['pt', 'pela |casa'],
    ['ru', 'на ул. |Садовой'],
    ['ru', 'перед |домом'],
    ['zh', '朋友|的书'],
    ['ja', '私|の本'],
    ['ko', '할 |수 있다'],
  ])('%s: nothing ends after what leans on the next word: %s', (language, marked) => {
    expect(kindOf(language, marked)).toBe('bound');
  });

  test.each([
    ['en', 'we came late, |though not last', 'clause'],
    ['en', 'the man |with the hat', 'phrase'],
    ['en', 'he waited there |patiently', 'plain'],
    ['en', 'we walked |to the river', 'phrase'],
    ['en', 'we were glad |to eat', 'plain'],
    ['en', 'we met at 6 p.m. |today', 'plain'],
    ['de', 'er blieb stehen |weil es regnete', 'phrase'],
    ['fr', 'il reste ici |avec nous', 'phrase'],
    ['en', 'the name 小明 |means little', 'plain'],
    ['zh', '我们用 the |app 写字', 'bound'],
  ])('%s: %s is %s', (language, marked, kind) => {
    expect(kindOf(language, marked)).toBe(kind);
  });
});
