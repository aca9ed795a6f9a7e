import type { OptionField } from '@core/formats/option-fields';
import { Checkbox, Field, TextInput } from '../../components/field';
import { Select } from '../../components/select';
import { useTexts } from '../../state/studio-context';
import styles from './export-dialog.module.css';
import { isWrongLimit, type NumberField, type OptionValues, showValue } from './make-export';

interface FormatOptionsProps {
  readonly fields: readonly OptionField[];
  readonly values: OptionValues;
  /** BCP 47 tag of the text: some numbers follow it. */
  readonly language: string;
  readonly onChange: (values: OptionValues) => void;
}

/** The options that make a difference in the chosen format, as its own schema has them. */
export function FormatOptions(props: FormatOptionsProps): React.JSX.Element {
  const t = useTexts();
  const { fields, values, onChange } = props;
  const numbers = fields.filter((field) => field.kind === 'number');
  return (
    <div className={styles.details}>
      {numbers.length > 0 && (
        <div className={styles.numbers}>
          {numbers.map((field) => (
            <NumberOption key={field.name} {...props} field={field} />
          ))}
        </div>
      )}
      {fields.map((field) => {
        const { name, label } = field;
        const value = showValue(field, values);
        if (field.kind === 'flag') {
          return (
            <Checkbox
              key={name}
              label={t(label)}
              isChecked={value === true}
              onChange={(isChecked) => onChange({ [name]: isChecked })}
            />
          );
        }
        if (field.kind === 'number') return undefined;
        return (
          <Field key={name} label={t(label)}>
            {({ id }) => (
              <Select
                id={id}
                value={String(value)}
                options={field.choices.map((choice) => ({
                  value: choice.value,
                  label: t(choice.label),
                }))}
                onChange={(chosen) => onChange({ [name]: chosen })}
              />
            )}
          </Field>
        );
      })}
    </div>
  );
}

function NumberOption({
  field,
  values,
  language,
  onChange,
}: FormatOptionsProps & { readonly field: NumberField }): React.JSX.Element {
  const t = useTexts();
  const value = String(showValue(field, values));
  const isWrong = isWrongLimit(field, value);
  return (
    <Field
      label={t(field.label)}
      hint={isWrong ? t('export.wrong', { least: field.least, most: field.most }) : undefined}
    >
      {({ id, hintId }) => (
        <TextInput
          id={id}
          className="tabular"
          inputMode="numeric"
          value={value}
          placeholder={field.usual === undefined ? '' : String(field.usual(language))}
          aria-invalid={isWrong}
          aria-describedby={hintId}
          onChange={(event) => onChange({ [field.name]: event.target.value })}
        />
      )}
    </Field>
  );
}
