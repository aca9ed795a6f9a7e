import { Button } from './button';
import { Dialog } from './dialog';

export interface ConfirmProps {
  readonly title: string;
  /** What will be gone, and what stays. */
  readonly text: string;
  /** Names the deed, not "yes". */
  readonly confirmLabel: string;
  /** `primary` for a deed that takes nothing away. */
  readonly confirmLook?: 'danger' | 'primary';
  readonly cancelLabel: string;
  readonly closeLabel: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks before something is taken away or reached for. Not to do it has the focus. */
export function Confirm({
  title,
  text,
  confirmLabel,
  confirmLook = 'danger',
  cancelLabel,
  closeLabel,
  onConfirm,
  onCancel,
}: ConfirmProps): React.JSX.Element {
  return (
    <Dialog
      width="narrow"
      title={title}
      description={text}
      closeLabel={closeLabel}
      onClose={onCancel}
      footer={
        <>
          <Button data-autofocus onClick={onCancel}>
            {cancelLabel}
          </Button>
          <Button look={confirmLook} onClick={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    />
  );
}
