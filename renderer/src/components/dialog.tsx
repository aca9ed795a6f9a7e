import { X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './dialog.module.css';
import { IconButton } from './icon-button';
import { useReturnedFocus } from './use-returned-focus';

export interface DialogProps {
  readonly title: string;
  /** What it is for, in a sentence; read out with the title. */
  readonly description?: string | undefined;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly width?: 'narrow' | 'normal' | 'medium' | 'wide';
  /** The buttons at its foot. */
  readonly footer?: ReactNode;
  readonly children?: ReactNode;
}

/**
 * A dialog over the window; it is open as long as it is rendered. The element in it marked
 * `data-autofocus` begins with the focus, which goes back to where it was.
 */
export function Dialog({
  title,
  description,
  closeLabel,
  onClose,
  width = 'normal',
  footer,
  children,
}: DialogProps): React.JSX.Element {
  const focus = useReturnedFocus();
  return (
    <Primitive.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Primitive.Portal>
        <Primitive.Overlay className={styles.scrim} />
        <Primitive.Content
          className={`${styles.dialog} ${styles[width]}`}
          onOpenAutoFocus={(event) => {
            // The first button is the one that closes; what is to be done comes before it.
            event.preventDefault();
            focus.remember();
            const content = event.currentTarget as HTMLElement;
            (
              content.querySelector<HTMLElement>('[data-autofocus]:not(:disabled)') ?? content
            ).focus();
          }}
          onCloseAutoFocus={focus.giveBack}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <header className={styles.header}>
            <Primitive.Title className={styles.title}>{title}</Primitive.Title>
            <Primitive.Close asChild>
              <IconButton label={closeLabel} icon={<X />} />
            </Primitive.Close>
          </header>
          {description !== undefined && (
            <Primitive.Description className={styles.description}>
              {description}
            </Primitive.Description>
          )}
          {children !== undefined && <div className={styles.body}>{children}</div>}
          {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
