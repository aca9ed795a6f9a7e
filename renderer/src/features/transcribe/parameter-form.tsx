import type { ParameterField } from '@isi/parameter-fields';
import { useState } from 'react';
import { useTexts } from '../../state/studio-context';
import { ParameterControl } from './parameter-control';
import styles from './parameter-form.module.css';
import { PresetBar } from './preset-bar';
import type { CloudForm } from './use-cloud-form';

/** The parameters of a service in two groups, made of its table. */
export function ParameterForm({ form }: { readonly form: CloudForm }): React.JSX.Element {
  const t = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  const { fields, read } = form;
  const usual = fields.filter(({ spec }) => spec.group === 'usual');
  const advanced = fields.filter(({ spec }) => spec.group === 'advanced');
  const changed = advanced.filter(({ name }) => Object.hasOwn(read.values, name)).length;
  // What blocks the start must be in sight.
  const mustOpen = advanced.some(({ name }) => read.problems[name] !== undefined);
  return (
    <section className={styles.form} aria-label={t('parameter.group.usual')}>
      <div className={styles.head}>
        <h3 className={styles.heading}>{t('parameter.group.usual')}</h3>
        <PresetBar form={form} />
      </div>
      <Rows fields={usual} form={form} />
      <details
        className={styles.advanced}
        open={isOpen || mustOpen}
        onToggle={(event) => setIsOpen(event.currentTarget.open)}
      >
        <summary>
          {t('parameter.group.advanced')}
          {changed > 0 && (
            <span className={styles.changed}>{t('parameter.changed', { count: changed })}</span>
          )}
        </summary>
        <Rows fields={advanced} form={form} />
      </details>
    </section>
  );
}

function Rows({
  fields,
  form,
}: {
  readonly fields: readonly ParameterField[];
  readonly form: CloudForm;
}): React.JSX.Element {
  return (
    <div className={styles.rows}>
      {fields.map((field) => (
        <ParameterControl key={field.name} field={field} form={form} />
      ))}
    </div>
  );
}
