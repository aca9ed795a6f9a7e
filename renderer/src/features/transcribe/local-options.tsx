import { Field } from '../../components/field';
import { Select } from '../../components/select';
import { useTexts } from '../../state/studio-context';
import { useNames } from '../../state/use-names';
import type { EngineChoice } from './choose-engine';
import styles from './transcribe-dialog.module.css';

export interface LocalOptionsProps {
  readonly choice: EngineChoice;
  readonly languages: readonly string[];
  readonly models: readonly string[];
  readonly onChange: (choice: EngineChoice) => void;
}

/** Language and model of an engine that has them to choose from itself. */
export function LocalOptions({
  choice,
  languages,
  models,
  onChange,
}: LocalOptionsProps): React.JSX.Element {
  const t = useTexts();
  const names = useNames();
  return (
    <div className={styles.choices}>
      <Field label={t('transcribe.language')}>
        {({ id }) => (
          <Select
            id={id}
            value={choice.language}
            options={languages.map((tag) => ({ value: tag, label: names.language(tag) }))}
            onChange={(language) => onChange({ ...choice, language })}
          />
        )}
      </Field>
      {choice.model !== undefined && (
        <Field label={t('transcribe.model')}>
          {({ id }) => (
            <Select
              id={id}
              value={choice.model ?? ''}
              options={models.map((model) => ({ value: model, label: names.model(model) }))}
              onChange={(model) => onChange({ ...choice, model })}
            />
          )}
        </Field>
      )}
    </div>
  );
}
