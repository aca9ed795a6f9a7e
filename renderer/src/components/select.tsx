import { Check, ChevronDown } from 'lucide-react';
import { Select as Primitive } from 'radix-ui';
import styles from './select.module.css';

export interface SelectOption {
  /** Not empty: Radix keeps the empty value for itself. */
  readonly value: string;
  readonly label: string;
  /** A word under the label. */
  readonly hint?: string | undefined;
  readonly isDisabled?: boolean | undefined;
}

export interface SelectProps {
  readonly value: string;
  readonly options: readonly SelectOption[];
  readonly onChange: (value: string) => void;
  readonly isDisabled?: boolean;
  /** The focus of its dialog begins here. */
  readonly takesFocus?: boolean;
  /** Ties it to the label of a `Field`. */
  readonly id?: string;
  /** Its name where no label stands beside it. */
  readonly label?: string;
}

/** A choice of one among several. */
export function Select({
  value,
  options,
  onChange,
  isDisabled = false,
  takesFocus = false,
  id,
  label,
}: SelectProps): React.JSX.Element {
  return (
    <Primitive.Root value={value} onValueChange={onChange} disabled={isDisabled}>
      <Primitive.Trigger
        className={styles.trigger}
        id={id}
        aria-label={label}
        data-autofocus={takesFocus || undefined}
      >
        <Primitive.Value />
        <Primitive.Icon className={styles.arrow}>
          <ChevronDown />
        </Primitive.Icon>
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          className={styles.content}
          position="popper"
          sideOffset={4}
          collisionPadding={8}
        >
          <Primitive.Viewport className={styles.viewport}>
            {options.map((option) => (
              <Primitive.Item
                key={option.value}
                value={option.value}
                className={styles.item}
                disabled={option.isDisabled ?? false}
              >
                <Primitive.ItemText>{option.label}</Primitive.ItemText>
                {option.hint !== undefined && <span className={styles.hint}>{option.hint}</span>}
                <Primitive.ItemIndicator className={styles.check}>
                  <Check />
                </Primitive.ItemIndicator>
              </Primitive.Item>
            ))}
          </Primitive.Viewport>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
