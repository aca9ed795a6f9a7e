import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { useReturnedFocus } from './use-returned-focus';

export interface BareDialogProps {
  /** What it is, read out. */
  readonly label: string;
  /** Of what lies between it and the window. */
  readonly scrimClassName: string | undefined;
  readonly onClose: () => void;
  /** Called when it has closed and the focus is back where it was. */
  readonly onClosed: () => void;
  readonly children: ReactNode;
}

/** A dialog without a head or a foot, as wide as what is in it. It is open as long as it is rendered. */
export function BareDialog({
  label,
  scrimClassName,
  onClose,
  onClosed,
  children,
}: BareDialogProps): React.JSX.Element {
  const focus = useReturnedFocus();
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className={scrimClassName} />
        <Dialog.Content
          aria-label={label}
          aria-describedby={undefined}
          onOpenAutoFocus={focus.remember}
          onCloseAutoFocus={(event) => {
            focus.giveBack(event);
            onClosed();
          }}
        >
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
