import { Trash2 } from 'lucide-react';
import { type SubmitEvent, useState } from 'react';
import { Button } from '../../components/button';
import { TextInput } from '../../components/field';
import { IconButton } from '../../components/icon-button';
import { Select } from '../../components/select';
import { useTexts } from '../../state/studio-context';
import styles from './preset-bar.module.css';
import type { CloudForm } from './use-cloud-form';

const none = 'none';

/** Parameters under a name: choose, save, delete; and all back to their defaults. */
export function PresetBar({ form }: { readonly form: CloudForm }): React.JSX.Element {
  const t = useTexts();
  const [newName, setNewName] = useState<string>();
  const { presets, presetName, draft, read } = form;
  const isSound = Object.keys(read.problems).length === 0;
  if (newName !== undefined) {
    const save = (event: SubmitEvent): void => {
      event.preventDefault();
      if (newName.trim() === '') return;
      form.savePreset(newName.trim());
      setNewName(undefined);
    };
    return (
      <form className={styles.bar} onSubmit={save}>
        <TextInput
          className={styles.name}
          autoFocus
          maxLength={60}
          aria-label={t('parameter.preset.name')}
          placeholder={t('parameter.preset.name')}
          value={newName}
          onChange={(event) => setNewName(event.target.value)}
        />
        <Button type="submit" disabled={newName.trim() === ''}>
          {t('parameter.preset.save')}
        </Button>
        <Button look="quiet" onClick={() => setNewName(undefined)}>
          {t('app.cancel')}
        </Button>
      </form>
    );
  }
  return (
    <div className={styles.bar}>
      {presets.length > 0 && (
        <div className={styles.choice}>
          <Select
            label={t('parameter.preset')}
            value={presetName ?? none}
            options={[
              { value: none, label: t('parameter.preset.none'), isDisabled: true },
              ...presets.map(({ name }) => ({ value: name, label: name })),
            ]}
            onChange={form.choosePreset}
          />
        </div>
      )}
      {presetName !== undefined && (
        <IconButton
          label={t('parameter.preset.delete', { name: presetName })}
          icon={<Trash2 />}
          onClick={() => form.deletePreset(presetName)}
        />
      )}
      <Button look="quiet" disabled={!isSound} onClick={() => setNewName('')}>
        {t('parameter.preset.saveAs')}
      </Button>
      <Button look="quiet" disabled={Object.keys(draft).length === 0} onClick={form.reset}>
        {t('parameter.reset')}
      </Button>
    </div>
  );
}
