import { toStudioError } from '@core/errors/studio-error';
import { readWebAddress, type WebAddress } from '@isi/web-address';
import { useId, useState } from 'react';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { Field, TextInput } from '../../components/field';
import { useErrorTexts, useStudio, useTexts } from '../../state/studio-context';

/** Asks for the address of a recording; what is wrong with how it is written is said at once. */
export function AddressDialog(): React.JSX.Element {
  const t = useTexts();
  const describe = useErrorTexts();
  const { opening, session } = useStudio();
  const formId = useId();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const close = (): void => session.getState().set({ dialog: undefined });

  const open = (): void => {
    let address: WebAddress;
    try {
      address = readWebAddress(text);
    } catch (thrown) {
      const { happened, next } = describe(toStudioError(thrown));
      setProblem(`${happened}\n${next}`);
      return;
    }
    close();
    void opening.getState().openAddress(address);
  };
  return (
    <Dialog
      title={t('projects.address')}
      description={t('projects.address.about')}
      closeLabel={t('app.close')}
      onClose={close}
      footer={
        <>
          <Button onClick={close}>{t('app.cancel')}</Button>
          <Button look="primary" type="submit" form={formId} disabled={text.trim() === ''}>
            {t('projects.address.open')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          open();
        }}
      >
        <Field
          label={t('projects.address.label')}
          hint={t('projects.address.hint')}
          problem={problem}
        >
          {({ id, aria }) => (
            <TextInput
              id={id}
              type="url"
              inputMode="url"
              autoComplete="off"
              spellCheck={false}
              data-autofocus
              value={text}
              maxLength={8_000}
              onChange={(event) => {
                setText(event.target.value);
                setProblem(undefined);
              }}
              {...aria}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
