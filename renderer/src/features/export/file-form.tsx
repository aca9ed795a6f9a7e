import { lineEndings, type TextForm } from '@core/formats/text-form';
import { Field } from '../../components/field';
import { Select } from '../../components/select';
import { useTexts } from '../../state/studio-context';
import { useEncodingText } from '../../state/use-form-text';
import { encodingValues, fromEncodingValue, toEncodingValue } from './encoding-values';
import styles from './export-dialog.module.css';

interface FileFormProps {
  readonly form: TextForm;
  readonly onChange: (form: TextForm) => void;
}

/** In which encoding and with which line endings a text is written. */
export function FileForm({ form, onChange }: FileFormProps): React.JSX.Element {
  const t = useTexts();
  const nameOf = useEncodingText();
  const { lineEnding = 'lf' } = form;
  return (
    <div className={`${styles.details} ${styles.numbers}`}>
      <Field label={t('writing.encoding')}>
        {({ id }) => (
          <Select
            id={id}
            value={toEncodingValue(form)}
            options={encodingValues.map((value) => ({
              value,
              label: nameOf(fromEncodingValue(value)),
            }))}
            onChange={(value) => onChange({ ...fromEncodingValue(value), lineEnding })}
          />
        )}
      </Field>
      <Field label={t('writing.lineEnding')}>
        {({ id }) => (
          <Select
            id={id}
            value={lineEnding}
            options={lineEndings.map((value) => ({
              value,
              label: t(`writing.lineEnding.${value}`),
            }))}
            onChange={(value) =>
              onChange({ ...form, lineEnding: lineEndings.find((one) => one === value) })
            }
          />
        )}
      </Field>
    </div>
  );
}
