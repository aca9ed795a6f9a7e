import { isNamePattern, nameFields, usualNamePattern } from '@core/file-names/name-pattern';
import { Field, TextInput } from '../../components/field';
import { useTexts } from '../../state/studio-context';
import styles from './export-dialog.module.css';

interface NameFieldProps {
  readonly pattern: string | undefined;
  readonly onChange: (pattern: string) => void;
}

/** How the files are called [FM88]. */
export function NameField({
  pattern = usualNamePattern,
  onChange,
}: NameFieldProps): React.JSX.Element {
  const t = useTexts();
  const fields = nameFields.map((field) => `{${field}}`).join(' ');
  return (
    <div className={styles.details}>
      <Field
        label={t('export.name')}
        hint={t('export.name.hint', { fields })}
        problem={isNamePattern(pattern) ? undefined : t('export.name.wrong', { fields })}
      >
        {({ id, aria }) => (
          <TextInput
            id={id}
            {...aria}
            value={pattern}
            spellCheck={false}
            onChange={({ target }) => onChange(target.value)}
          />
        )}
      </Field>
    </div>
  );
}
