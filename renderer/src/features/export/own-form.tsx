import type { SourceFile } from '@contract/api';
import type { TextEncoding } from '@core/formats/format';
import { type ChosenForm, lineEndings } from '@core/formats/text-form';
import { omitUndefined } from '@core/omit-undefined';
import { Field } from '../../components/field';
import { Select } from '../../components/select';
import { useTexts } from '../../state/studio-context';
import { useEncodingText } from '../../state/use-form-text';
import { encodingValues, fromEncodingValue, toEncodingValue } from './encoding-values';
import styles from './export-dialog.module.css';

/** Stands for what the file has; no name of an encoding or a line ending. */
const own = 'own';

interface OwnFormProps {
  readonly file: SourceFile & { readonly encoding: string };
  readonly form: ChosenForm;
  readonly onChange: (form: ChosenForm) => void;
}

/** In which encoding and with which line endings a file is saved back: as it came, or otherwise. */
export function OwnForm({ file, form, onChange }: OwnFormProps): React.JSX.Element {
  const t = useTexts();
  const nameOf = useEncodingText();
  const { encoding, lineEnding } = form;
  const came: TextEncoding = { label: file.encoding, hasMark: file.hasByteOrderMark ?? false };
  const asItCame = (form: string): string => t('saveBack.own', { form });
  const cameEnding = file.lineEnding ?? 'lf';
  return (
    <div className={styles.numbers}>
      <Field label={t('writing.encoding')}>
        {({ id }) => (
          <Select
            id={id}
            value={encoding === undefined ? own : toEncodingValue(encoding)}
            options={[
              { value: own, label: asItCame(nameOf(came)) },
              ...encodingValues.map((value) => ({
                value,
                label: nameOf(fromEncodingValue(value)),
              })),
            ]}
            onChange={(value) => {
              const chosen = value === own ? undefined : fromEncodingValue(value);
              onChange(omitUndefined({ encoding: chosen, lineEnding }));
            }}
          />
        )}
      </Field>
      <Field label={t('writing.lineEnding')}>
        {({ id }) => (
          <Select
            id={id}
            value={lineEnding ?? own}
            options={[
              { value: own, label: asItCame(cameEnding.toUpperCase()) },
              ...lineEndings.map((value) => ({ value, label: t(`writing.lineEnding.${value}`) })),
            ]}
            onChange={(value) => {
              const chosen = lineEndings.find((one) => one === value);
              onChange(omitUndefined({ encoding, lineEnding: chosen }));
            }}
          />
        )}
      </Field>
    </div>
  );
}
