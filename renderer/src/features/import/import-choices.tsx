import type { ImportEffect } from '@contract/api';
import type { ImportMode } from '@core/edits/kinds/import-text';
import { useId } from 'react';
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
  return (
    <fieldset className={styles.choices} role="radiogroup" aria-label={t('import.mode')}>
      {listChoices(mayOpen).map((choice) => (
        <Choice
          key={choice}
          choice={choice}
          effect={choice === 'open' ? undefined : effects?.[choice]}
          isChosen={choice === chosen}
          onChoose={() => onChoose(choice)}
        />
      ))}
    </fieldset>
  );
}

interface ChoiceProps {
  readonly choice: ImportChoice;
  readonly effect: ImportEffect | undefined;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Choice({ choice, effect, isChosen, onChoose }: ChoiceProps): React.JSX.Element {
  const t = useTexts();
  const describeEffect = useEffectText();
  const id = useId();
  return (
    <label className={styles.choice} data-chosen={isChosen || undefined}>
      <input
        type="radio"
        name="import"
        checked={isChosen}
        data-autofocus={isChosen || undefined}
        aria-label={t(`import.${choice}`)}
        aria-describedby={id}
        onChange={onChoose}
      />
      <span>
        <span className={styles.name}>{t(`import.${choice}`)}</span>
        <span id={id}>
          <span className={styles.about}>{t(`import.${choice}.about`)}</span>
          {effect !== undefined && (
            <span className={`${styles.effect} tabular`}>{describeEffect(effect)}</span>
          )}
        </span>
      </span>
    </label>
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
