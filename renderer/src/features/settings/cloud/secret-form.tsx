import { type SubmitEvent, useState } from 'react';
import { Button } from '../../../components/button';
import { ErrorNotice } from '../../../components/error-notice';
import { Field, TextInput } from '../../../components/field';
import { useErrorTexts, useTexts } from '../../../state/studio-context';
import type { CheckEntry, Wrong } from './check-entry';
import styles from './cloud-settings.module.css';
import { KeychainWait } from './keychain-wait';
import { useAction } from './use-action';

export interface SecretField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type: 'text' | 'password' | 'datetime-local';
  readonly check: CheckEntry;
}

export interface SecretFormProps {
  readonly label: string;
  readonly fields: readonly SecretField[];
  /** Gets the text of each field by its name. */
  readonly onSave: (values: Readonly<Record<string, string>>) => Promise<void>;
  /** Without it there is nothing to go back to. */
  readonly onCancel?: (() => void) | undefined;
  readonly hasFocus: boolean;
}

/**
 * A form for what nobody may read again. Its fields keep their text to themselves until it is sent
 * and are emptied then; nothing is filled in from anywhere.
 */
export function SecretForm({
  label,
  fields,
  onSave,
  onCancel,
  hasFocus,
}: SecretFormProps): React.JSX.Element {
  const t = useTexts();
  const describe = useErrorTexts();
  const { isBusy, error, run } = useAction();
  const [problems, setProblems] = useState<Readonly<Record<string, Wrong>>>({});

  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const values: Record<string, string> = {};
    const found: Record<string, Wrong> = {};
    for (const { name, check } of fields) {
      const value = data.get(name);
      const text = typeof value === 'string' ? value : '';
      values[name] = text;
      const wrong = check(text);
      if (wrong !== undefined) found[name] = wrong;
    }
    setProblems(found);
    const [firstWrong] = Object.keys(found);
    if (firstWrong !== undefined) {
      form.querySelector<HTMLElement>(`[name="${firstWrong}"]`)?.focus();
      return;
    }
    if (await run(() => onSave(values))) form.reset();
  };
  return (
    <form
      className={styles.form}
      aria-label={label}
      aria-busy={isBusy}
      autoComplete="off"
      noValidate
      onSubmit={(event) => void submit(event)}
    >
      <div className={styles.columns}>
        {fields.map(({ name, label: fieldLabel, hint, type }, index) => {
          const wrong = problems[name];
          return (
            <Field
              key={name}
              label={fieldLabel}
              hint={hint}
              problem={wrong === undefined ? undefined : t(wrong)}
            >
              {({ id, aria }) => (
                <TextInput
                  id={id}
                  name={name}
                  type={type}
                  autoComplete="off"
                  autoCapitalize="off"
                  spellCheck={false}
                  autoFocus={hasFocus && index === 0}
                  disabled={isBusy}
                  {...aria}
                />
              )}
            </Field>
          );
        })}
      </div>
      {error !== undefined && <ErrorNotice text={describe(error)} />}
      {isBusy && <KeychainWait />}
      <div className={styles.buttons}>
        <Button look="primary" type="submit" disabled={isBusy}>
          {isBusy ? t('cloud.saving') : t('cloud.save')}
        </Button>
        {onCancel !== undefined && (
          <Button look="quiet" disabled={isBusy} onClick={onCancel}>
            {t('app.cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
