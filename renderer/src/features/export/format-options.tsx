import { useState } from 'react';
import type { OptionField } from '@core/formats/option-fields';
import { Checkbox, Field, TextInput } from '../../components/field';
import { Select } from '../../components/select';
import { useTexts } from '../../state/studio-context';
import styles from './export-dialog.module.css';
import {
  type findWrongOptions,
  type NumberField,
  type OptionValues,
  showValue,
  type TextField,
} from './make-export';

interface FormatOptionsProps {
  readonly fields: readonly OptionField[];
  readonly values: OptionValues;
  /** What is wrong of them, by names; a text where the form alone is right. */
  readonly wrong: ReturnType<typeof findWrongOptions>;
  /** BCP 47 tag of the text: some numbers follow it. */
  readonly language: string;
  readonly onChange: (values: OptionValues) => void;
}

/** The options that make a difference in the chosen format, as its own schema has them. */
export function FormatOptions(props: FormatOptionsProps): React.JSX.Element {
  const { fields } = props;
  const rules = fields.filter(({ group }) => group === 'writing');
  return (
    <>
      <OptionRows {...props} fields={fields.filter(({ group }) => group === undefined)} />
      {rules.length > 0 && <WritingRules {...props} fields={rules} />}
    </>
  );
}

/** The rules by which cues are written, folded away; how many are chosen is said. */
function WritingRules(props: FormatOptionsProps): React.JSX.Element {
  const t = useTexts();
  const { fields, values, wrong } = props;
  const chosen = fields.filter((field) => {
    const value = showValue(field, values);
    return value !== '' && !('usual' in field && value === field.usual);
  });
  // What keeps the file from being written must be in sight.
  const isWrong = fields.some(({ name }) => wrong.has(name));
  const [isOpen, setIsOpen] = useState(chosen.length > 0);
  return (
    <details
      className={styles.rules}
      open={isOpen || isWrong}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary>
        {t('writing.title')}
        {chosen.length > 0 && (
          <span className={styles.chosen}>{t('writing.chosen', { count: chosen.length })}</span>
        )}
      </summary>
      <OptionRows {...props} />
    </details>
  );
}

function OptionRows(props: FormatOptionsProps): React.JSX.Element {
  const t = useTexts();
  const { fields, values, onChange } = props;
  const numbers = fields.filter((field) => field.kind === 'number');
  // Of rules the choices come first.
  const isLast = fields.some(({ group }) => group !== undefined);
  const grid = numbers.length > 0 && (
    <div className={styles.numbers}>
      {numbers.map((field) => (
        <NumberOption key={field.name} {...props} field={field} />
      ))}
    </div>
  );
  return (
    <div className={styles.details}>
      {!isLast && grid}
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
        if (field.kind === 'text') return <TextOption key={name} {...props} field={field} />;
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
      {isLast && grid}
    </div>
  );
}

function TextOption({
  field,
  values,
  wrong,
  onChange,
}: FormatOptionsProps & { readonly field: TextField }): React.JSX.Element {
  const t = useTexts();
  const value = String(showValue(field, values));
  const isWrong = wrong.has(field.name);
  const problem = wrong.get(field.name);
  const hint =
    problem === undefined
      ? t('writing.wrong', { example: field.example })
      : t(problem.text, problem.parameters);
  return (
    <Field label={t(field.label)} hint={isWrong ? hint : undefined}>
      {({ id, hintId }) => (
        <TextInput
          id={id}
          className="tabular"
          value={value}
          placeholder={field.example}
          aria-invalid={isWrong}
          aria-describedby={hintId}
          onChange={(event) => onChange({ [field.name]: event.target.value })}
        />
      )}
    </Field>
  );
}

function NumberOption({
  field,
  values,
  wrong,
  language,
  onChange,
}: FormatOptionsProps & { readonly field: NumberField }): React.JSX.Element {
  const t = useTexts();
  const value = String(showValue(field, values));
  const isWrong = wrong.has(field.name);
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
