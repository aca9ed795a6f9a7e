import { Switch as Primitive } from 'radix-ui';
import styles from './switch.module.css';

export interface SwitchProps {
  /** Ties it to the label of a field. */
  readonly id: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly isDisabled?: boolean;
  readonly describedBy?: string;
}

/** On or off, where the label stands apart. */
export function Switch({
  id,
  isOn,
  onChange,
  isDisabled = false,
  describedBy,
}: SwitchProps): React.JSX.Element {
  return (
    <Primitive.Root
      id={id}
      className={styles.track}
      checked={isOn}
      disabled={isDisabled}
      onCheckedChange={onChange}
      aria-describedby={describedBy}
    >
      <Primitive.Thumb className={styles.thumb} />
    </Primitive.Root>
  );
}
