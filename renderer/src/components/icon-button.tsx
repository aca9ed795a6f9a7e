import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import styles from './icon-button.module.css';
import { Tooltip } from './tooltip';

export interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** What it does: its accessible name and its tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  /** Keys that do the same, as {@link Kbd} shows them. */
  readonly shortcut?: string | undefined;
  /** For a button that stays pressed. */
  readonly isPressed?: boolean | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A square button with an icon and a tooltip that says what it does. */
export function IconButton({
  label,
  icon,
  shortcut,
  isPressed,
  className,
  type = 'button',
  ...rest
}: IconButtonProps): React.JSX.Element {
  return (
    <Tooltip text={label} shortcut={shortcut}>
      <button
        type={type}
        aria-label={label}
        aria-pressed={isPressed}
        className={className === undefined ? styles.button : `${styles.button} ${className}`}
        {...rest}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
