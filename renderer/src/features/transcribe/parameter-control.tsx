import { type ParameterField, parameterConditions } from '@isi/parameter-fields';
import { describeAllowed, type ParameterSpec } from '@isi/parameter-spec';
import { useId } from 'react';
import { TextArea, TextInput } from '../../components/field';
import { Select } from '../../components/select';
import { Switch } from '../../components/switch';
import { type Translate, useTexts } from '../../state/studio-context';
import styles from './parameter-form.module.css';
import type { CloudForm } from './use-cloud-form';

/** Stands in a list for "nothing is sent": an empty value cannot. */
const none = 'default';

interface ControlProps {
  readonly field: ParameterField;
  readonly form: CloudForm;
}

/** A parameter: what it is for, the vendor's name, default and range, and its control. */
export function ParameterControl({ field, form }: ControlProps): React.JSX.Element {
  const t = useTexts();
  const id = useId();
  const { name, spec } = field;
  const { problems, off } = form.read;
  const problem = problems[name];
  const why = off[name];
  const isWide = spec.kind === 'json' || spec.kind === 'spans';
  return (
    <div className={styles.row} data-wide={isWide || undefined} data-off={why}>
      <div className={styles.about} id={`${id}-about`}>
        <div className={styles.names}>
          <label htmlFor={id}>{t(`parameter.${name}.label`)}</label>
          <code className={styles.code}>{name}</code>
        </div>
        <p className={styles.hint}>
          {t(`parameter.${name}.hint`)} <Facts field={field} />
        </p>
        {why === 'model' && <p className={styles.why}>{t('parameter.why.model')}</p>}
        {why === 'condition' && <Condition name={name} />}
        {problem !== undefined && (
          <p className={styles.problem} role="alert">
            {t(`parameter.problem.${problem}`, { allowed: quoteAllowed(spec) })}
          </p>
        )}
      </div>
      <div className={styles.control}>
        <Control field={field} form={form} id={id} isInvalid={problem !== undefined} />
      </div>
    </div>
  );
}

function Control({
  field: { name, spec, byDefault },
  form: { draft, read, change },
  id,
  isInvalid,
}: ControlProps & { readonly id: string; readonly isInvalid: boolean }): React.JSX.Element {
  const t = useTexts();
  const isDisabled = read.off[name] !== undefined;
  const typed = draft[name];
  const text = typeof typed === 'string' ? typed : '';
  const common = {
    id,
    disabled: isDisabled,
    value: text,
    spellCheck: false,
    'aria-invalid': isInvalid,
    'aria-describedby': `${id}-about`,
    placeholder: byDefault === undefined ? undefined : String(byDefault),
  };
  switch (spec.kind) {
    case 'boolean':
      // The vendor's own default would be another one: what is sent depends on the recording.
      if (byDefault === undefined) {
        return (
          <Select
            id={id}
            value={typeof typed === 'boolean' ? String(typed) : none}
            isDisabled={isDisabled}
            options={[
              { value: none, label: t('parameter.byRecording') },
              { value: 'true', label: t('parameter.on') },
              { value: 'false', label: t('parameter.off') },
            ]}
            onChange={(value) => change(name, value === none ? '' : value === 'true')}
          />
        );
      }
      return (
        <Switch
          id={id}
          // What has no effect is shown as it will be: off where the model is not able to do it.
          isOn={read.off[name] !== 'model' && (typed ?? byDefault) === true}
          isDisabled={isDisabled}
          onChange={(isOn) => change(name, isOn)}
          describedBy={`${id}-about`}
        />
      );
    case 'choice':
      return (
        <Select
          id={id}
          value={text === '' ? String(byDefault ?? none) : text}
          isDisabled={isDisabled}
          options={[
            ...(byDefault === undefined ? [{ value: none, label: t('parameter.byService') }] : []),
            ...(spec.choices ?? []).map((choice) => ({
              value: String(choice),
              label: nameChoice(t, name, choice),
            })),
          ]}
          onChange={(value) => change(name, value === none ? '' : value)}
        />
      );
    case 'json':
    case 'spans':
      return (
        <TextArea {...common} rows={2} onChange={(event) => change(name, event.target.value)} />
      );
    case 'integer':
    case 'number':
    case 'text':
      return (
        <TextInput
          {...common}
          inputMode={spec.kind === 'text' ? 'text' : 'decimal'}
          onChange={(event) => change(name, event.target.value)}
        />
      );
  }
}

/** Default and range, as far as there are any. */
function Facts({ field: { spec, byDefault } }: Pick<ControlProps, 'field'>): React.JSX.Element {
  const t = useTexts();
  const unit = spec.unit === undefined ? '' : t(`parameter.unit.${spec.unit}`);
  const { minimum, maximum } = spec;
  const facts: string[] = [];
  if (minimum !== undefined && maximum !== undefined) {
    facts.push(t('parameter.range', { minimum: String(minimum), maximum: String(maximum), unit }));
  } else if (minimum !== undefined && minimum > 0) {
    facts.push(t('parameter.least', { minimum: String(minimum), unit }));
  }
  if (byDefault !== undefined) {
    const value =
      typeof byDefault === 'boolean'
        ? t(byDefault ? 'parameter.on' : 'parameter.off')
        : `${byDefault} ${unit}`;
    facts.push(t('parameter.byDefault', { value: value.trim() }));
  }
  return <span className={styles.facts}>{facts.map((fact) => fact.trim()).join(' · ')}</span>;
}

function Condition({ name }: Pick<ParameterField, 'name'>): React.JSX.Element | undefined {
  const t = useTexts();
  const condition = parameterConditions[name];
  if (condition === undefined) return undefined;
  return (
    <p className={styles.why}>
      {t('parameter.why.condition', {
        other: t(`parameter.${condition.name}.label`),
        value: t(condition.is === true ? 'parameter.off' : 'parameter.on'),
      })}
    </p>
  );
}

function nameChoice(t: Translate, name: ParameterField['name'], choice: string | number): string {
  if (name !== 'supervise_type') return `${choice} Hz`;
  return t(
    choice === 1 ? 'parameter.supervise_type.choice.1' : 'parameter.supervise_type.choice.2',
  );
}

function quoteAllowed(spec: ParameterSpec): string {
  const allowed = describeAllowed(spec).replace('..', ' – ');
  return allowed === '' ? '' : ` (${allowed})`;
}
