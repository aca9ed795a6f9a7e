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
  /** What was typed and is not kept; whatever is told of the setting meanwhile, it stays. */
  const [typed, setTyped] = useState<string>();
  const keep = (): void => {
    if (typed === undefined) return;
    const found = optional(check)(typed);
    setWrong(found);
    if (found !== undefined) return;
    const text = typed.trim();
    if (text !== value) onKeep(text === '' ? undefined : text);
    // What was kept may be said otherwise than it was typed.
    setTyped(undefined);
  };
  return (
    <Field label={label} hint={hint} problem={wrong === undefined ? undefined : t(wrong)}>
      {({ id, aria }) => (
        <>
          <TextInput
            id={id}
            value={typed ?? value}
            placeholder={placeholder}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            disabled={isDisabled}
            list={suggestions === undefined ? undefined : listId}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={keep}
            onKeyDown={(event) => {
              // Of an input method Enter ends the word, and nothing else.
              if (event.nativeEvent.isComposing) return;
              if (event.key === 'Enter') keep();
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
