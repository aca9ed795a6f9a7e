import { nameEncoding } from '@core/encodings/name-encoding';
import { encodingLabels } from '@core/encodings/text-encodings';
import { Field } from '../../components/field';
import { Select } from '../../components/select';
import type { FoundEncoding } from '../../state/import-store';
import { useTexts } from '../../state/studio-context';

interface EncodingChoiceProps {
  /** Label of the one in which the file is shown. */
  readonly chosen: string;
  readonly found: FoundEncoding;
  readonly isDisabled: boolean;
  /** The dialog's focus begins here. */
  readonly takesFocus?: boolean;
  readonly onChoose: (label: string) => void;
}

/** In which encoding a file is read: what was found first, then what it may be as well, then all others. */
export function EncodingChoice({
  chosen,
  found,
  isDisabled,
  takesFocus = false,
  onChoose,
}: EncodingChoiceProps): React.JSX.Element {
  const t = useTexts();
  const likely = found.label === undefined ? found.others : [found.label, ...found.others];
  const labels = [...new Set([...likely, ...encodingLabels])];
  const nameOf = (value: string): string => {
    const label = nameEncoding(value);
    if (value === found.label) return t('import.encoding.found', { label });
    return found.others.includes(value) ? t('import.encoding.likely', { label }) : label;
  };
  return (
    <Field label={t('import.encoding')}>
      {({ id }) => (
        <Select
          id={id}
          value={chosen}
          isDisabled={isDisabled}
          takesFocus={takesFocus}
          options={labels.map((value) => ({ value, label: nameOf(value) }))}
          onChange={onChoose}
        />
      )}
    </Field>
  );
}
