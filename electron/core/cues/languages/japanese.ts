import type { LanguageData } from './language-data';

/**
 * Sources: JIS X 4051 (what may not begin or end a line is decided elsewhere); the closed word
 * classes of the language: particles and auxiliaries lean on what stands before them, adnominals on
 * what follows.
 */
export const japanese: LanguageData = {
  tag: 'ja',
  script: 'han',
  bound: 'この その あの どの こんな そんな あんな どんな 最も とても 約 第',
  trailing:
    'の に を は が で も と へ や け ば ね よ か た て だ です ます でし まし ません から まで より だけ ' +
    'しか ほど など ので のに けど けれど って たち さん',
  leaders: 'しかし そして だから それで ところが また それから ですから つまり',
};
