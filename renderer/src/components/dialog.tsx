import { X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import styles from './dialog.module.css';
import { IconButton } from './icon-button';

export interface DialogProps {
  readonly title: string;
  /** What it is for, in a sentence; read out with the title. */
  readonly description?: string | undefined;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly width?: 'narrow' | 'normal' | 'wide';
  /** The buttons at its foot. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/** A dialog over the window; it is open as long as it is rendered. */
export function Dialog({
  title,
  description,
  closeLabel,
  onClose,
  width = 'normal',
  footer,
  children,
}: DialogProps): React.JSX.Element {
  const body = useRef<HTMLDivElement>(null);
  return (
    <Primitive.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Primitive.Portal>
        <Primitive.Overlay className={styles.scrim} />
        <Primitive.Content
          className={`${styles.dialog} ${styles[width]}`}
          onOpenAutoFocus={(event) => {
            // What the dialog is about, not its way out, whose tooltip would stand in the way.
            const field = findFirstField(body.current);
            if (field === undefined) return;
            event.preventDefault();
            field.focus();
          }}
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
          <div className={styles.body} ref={body}>
            {children}
          </div>
          {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

/** The chosen radio button, or else the first thing that takes keys. */
function findFirstField(body: HTMLElement | null): HTMLElement | undefined {
  const fields = 'input, select, textarea, button, [role="radio"], [role="combobox"]';
  return (
    body?.querySelector<HTMLElement>('input:checked, [role="radio"][aria-checked="true"]') ??
    body?.querySelector<HTMLElement>(fields) ??
    undefined
  );
}
