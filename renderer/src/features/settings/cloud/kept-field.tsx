import { type ReactNode, useId, useState } from 'react';
import { Field, TextInput } from '../../../components/field';
import { useTexts } from '../../../state/studio-context';
import { type CheckEntry, optional, type Wrong } from './check-entry';

export interface KeptFieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly value: string | undefined;
  readonly check: CheckEntry;
  /** Gets what was typed, without blanks around it; undefined where the field was emptied. */
  readonly onKeep: (value: string | undefined) => void;
  readonly suggestions?: readonly string[];
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
}

/** A setting that is typed: kept when the field is left or Enter is pressed, unless it is wrong. */
export function KeptField({
  label,
  hint,
  value = '',
  check,
  onKeep,
  suggestions,
  placeholder,
  isDisabled = false,
}: KeptFieldProps): React.JSX.Element {
  const t = useTexts();
  const listId = useId();
  const [wrong, setWrong] = useState<Wrong>();
  const keep = (text: string): void => {
    const found = optional(check)(text);
    setWrong(found);
    const typed = text.trim();
    if (found === undefined && typed !== value) onKeep(typed === '' ? undefined : typed);
  };
  return (
    <Field label={label} hint={hint} problem={wrong === undefined ? undefined : t(wrong)}>
      {({ id, aria }) => (
        <>
          <TextInput
            // Another window, or what was kept, may say it otherwise than it was typed.
            key={value}
            id={id}
            defaultValue={value}
            placeholder={placeholder}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            disabled={isDisabled}
            list={suggestions === undefined ? undefined : listId}
            onBlur={(event) => keep(event.target.value)}
            onKeyDown={(event) => {
              // Of an input method Enter ends the word, and nothing else.
              if (event.nativeEvent.isComposing) return;
              if (event.key === 'Enter') keep(event.currentTarget.value);
            }}
            {...aria}
          />
          {suggestions !== undefined && (
            <datalist id={listId}>
              {suggestions.map((suggestion) => (
                <option key={suggestion} value={suggestion} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
}
