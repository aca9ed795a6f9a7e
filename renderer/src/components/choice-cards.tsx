import { useId } from 'react';
import styles from './choice-cards.module.css';

export interface ChoiceCardsProps {
  /** What is chosen, for people who hear it. */
  readonly label: string;
  readonly children: React.ReactNode;
}

/** One of a few ways, each with a sentence about it; {@link ChoiceCard} is one of them. */
export function ChoiceCards({ label, children }: ChoiceCardsProps): React.JSX.Element {
  return (
    <fieldset className={styles.choices} role="radiogroup" aria-label={label}>
      {children}
    </fieldset>
  );
}

export interface ChoiceCardProps {
  /** The same for all cards of a group. */
  readonly group: string;
  readonly name: string;
  readonly about: React.ReactNode;
  readonly isChosen: boolean;
  /** The dialog's focus begins at the chosen card. */
  readonly takesFocus?: boolean;
  readonly onChoose: () => void;
}

/** A way to choose; its sentence is told along with its name. */
export function ChoiceCard({
  group,
  name,
  about,
  isChosen,
  takesFocus = false,
  onChoose,
}: ChoiceCardProps): React.JSX.Element {
  const id = useId();
  return (
    <label className={styles.choice} data-chosen={isChosen || undefined}>
      <input
        type="radio"
        name={group}
        checked={isChosen}
        data-autofocus={(takesFocus && isChosen) || undefined}
        aria-label={name}
        aria-describedby={id}
        onChange={onChoose}
      />
      <span>
        <span className={styles.name}>{name}</span>
        <span id={id} className={styles.about}>
          {about}
        </span>
      </span>
    </label>
  );
}
