import { nameEncoding } from '@core/encodings/name-encoding';
import { encodingLabels } from '@core/encodings/text-encodings';
import { isUsuallyMarked, lineEndings, type TextForm } from '@core/formats/text-form';
import { Field } from '../../components/field';
import { Select } from '../../components/select';
import { useTexts } from '../../state/studio-context';
import styles from './export-dialog.module.css';

interface FileFormProps {
  readonly form: TextForm;
  readonly onChange: (form: TextForm) => void;
}

const marked = '+mark';
const values = [
  'utf-8',
  `utf-8${marked}`,
  ...encodingLabels.filter((label) => label !== 'utf-8').map((label) => toValue(usual(label))),
];

/** In which encoding and with which line endings a text is written. */
export function FileForm({ form, onChange }: FileFormProps): React.JSX.Element {
  const t = useTexts();
  const { lineEnding = 'lf' } = form;
  return (
    <div className={`${styles.details} ${styles.numbers}`}>
      <Field label={t('writing.encoding')}>
        {({ id }) => (
          <Select
            id={id}
            value={toValue(form)}
            options={values.map((value) => ({ value, label: nameValue(value, t) }))}
            onChange={(value) => onChange({ ...fromValue(value), lineEnding })}
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

function usual(label: string): TextForm {
  return { label, hasMark: isUsuallyMarked(label) };
}

function toValue({ label, hasMark }: TextForm): string {
  return hasMark ? `${label}${marked}` : label;
}

function fromValue(value: string): TextForm {
  return value.endsWith(marked)
    ? { label: value.slice(0, -marked.length), hasMark: true }
    : { label: value, hasMark: false };
}

function nameValue(value: string, t: ReturnType<typeof useTexts>): string {
  const { label, hasMark } = fromValue(value);
  const name = nameEncoding(label);
  // Of UTF-16 nobody expects anything else.
  return hasMark && !isUsuallyMarked(label) ? t('writing.marked', { name }) : name;
}
