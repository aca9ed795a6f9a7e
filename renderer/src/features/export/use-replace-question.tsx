import { showValueHarmless } from '@core/messages/show-harmless';
import { type ReactNode, useState } from 'react';
import { Confirm } from '../../components/confirm';
import { useLocale, useTexts } from '../../state/studio-context';
import { joinList } from './join-list';

interface Asked {
  readonly names: readonly string[];
  readonly answer: (isMeant: boolean) => void;
}

/** Asks once whether files that are there may be replaced; `question` is to be shown. */
export function useReplaceQuestion(): {
  readonly ask: (names: readonly string[]) => Promise<boolean>;
  readonly question: ReactNode;
} {
  const t = useTexts();
  const locale = useLocale();
  const [asked, setAsked] = useState<Asked>();
  const ask = (names: readonly string[]): Promise<boolean> =>
    new Promise((resolve) => {
      const answer = (isMeant: boolean): void => {
        setAsked(undefined);
        resolve(isMeant);
      };
      setAsked({ names, answer });
    });
  if (asked === undefined) return { ask, question: undefined };
  const { names, answer } = asked;
  const shown = names.map((name) => showValueHarmless(name));
  const list = joinList(locale, shown);
  const question = (
    <Confirm
      title={t('export.replace', { count: names.length })}
      text={t('export.replace.text', { list })}
      confirmLabel={t('export.replace.confirm')}
      cancelLabel={t('app.cancel')}
      closeLabel={t('app.close')}
      onConfirm={() => answer(true)}
      onCancel={() => answer(false)}
    />
  );
  return { ask, question };
}
