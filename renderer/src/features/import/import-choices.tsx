import type { ImportEffect } from '@contract/api';
import type { ImportMode } from '@core/edits/kinds/import-text';
import { ChoiceCard, ChoiceCards } from '../../components/choice-cards';
import { useLocale, useTexts } from '../../state/studio-context';
import { type ImportChoice, listChoices } from './import-choice';
import styles from './import-choices.module.css';

export interface ImportChoicesProps {
  readonly mayOpen: boolean;
  /** What each way would do now. */
  readonly effects: Readonly<Record<ImportMode, ImportEffect>> | undefined;
  readonly chosen: ImportChoice;
  readonly onChoose: (choice: ImportChoice) => void;
}

/** The ways a file can come in, each with what it would do. */
export function ImportChoices({
  mayOpen,
  effects,
  chosen,
  onChoose,
}: ImportChoicesProps): React.JSX.Element {
  const t = useTexts();
  const describeEffect = useEffectText();
  return (
    <ChoiceCards label={t('import.mode')}>
      {listChoices(mayOpen).map((choice) => {
        const effect = choice === 'open' ? undefined : effects?.[choice];
        return (
          <ChoiceCard
            key={choice}
            group="import"
            name={t(`import.${choice}`)}
            about={
              <>
                {t(`import.${choice}.about`)}
                {effect !== undefined && (
                  <span className={`${styles.effect} tabular`}>{describeEffect(effect)}</span>
                )}
              </>
            }
            isChosen={choice === chosen}
            takesFocus
            onChoose={() => onChoose(choice)}
          />
        );
      })}
    </ChoiceCards>
  );
}

function useEffectText(): (effect: ImportEffect) => string {
  const t = useTexts();
  const locale = useLocale();
  return ({ added, changed, removed }) =>
    added + changed + removed === 0
      ? t('import.effect.none')
      : t('import.effect', {
          added: added.toLocaleString(locale),
          changed: changed.toLocaleString(locale),
          removed: removed.toLocaleString(locale),
        });
}
