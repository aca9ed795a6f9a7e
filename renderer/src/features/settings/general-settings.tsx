import type { EngineCard, StudioSettings } from '@contract/api';
import { chooseLocale } from '@core/messages/catalogue';
import { useEffect, useState } from 'react';
import { useCommands } from '../../commands/commands-context';
import type { SelectOption } from '../../components/select';
import { useSettings, useStudio, useTexts } from '../../state/studio-context';
import { useNames } from '../../state/use-names';
import { Choice } from './choice';
import { FolderList } from './folder-list';
import styles from './general-settings.module.css';
import { Section } from './section';
import { ToolSettings } from './tool-settings';

/** Stands in a list of choices for "not chosen": an empty value cannot. */
const none = 'default';

/** How the studio looks, what it usually works with, and what it found on this computer. */
export function GeneralSettings(): React.JSX.Element {
  const t = useTexts();
  const names = useNames();
  const commands = useCommands();
  const { connection, host, settings: store } = useStudio();
  const settings = useSettings((state) => state.settings);
  const update = (changes: StudioSettings): void => store.getState().update(changes);
  const [cards, setCards] = useState<readonly EngineCard[]>([]);
  useEffect(() => {
    // Without the list the choices of engines stay as they were; the transcribe dialog says why.
    connection.client.call('engines.list', {}).then(setCards, () => undefined);
  }, [connection]);
  const card = cards.find(({ id }) => id === settings.engine) ?? cards[0];
  const systemLanguage = chooseLocale(host.systemLanguage) === 'en' ? 'English' : '简体中文';
  return (
    <>
      <Section title={t('settings.appearance')}>
        <Choice
          label={t('settings.locale')}
          value={settings.locale ?? none}
          options={[
            { value: none, label: t('settings.locale.system', { language: systemLanguage }) },
            { value: 'en', label: 'English' },
            { value: 'zh-CN', label: '简体中文' },
          ]}
          onChange={(value) =>
            commands.run('view.language', { locale: choose(value, ['en', 'zh-CN']) })
          }
        />
        <Choice
          label={t('settings.theme')}
          value={settings.theme ?? 'system'}
          options={(['system', 'light', 'dark'] as const).map((value) => ({
            value,
            label: t(`settings.theme.${value}`),
          }))}
          onChange={(value) =>
            commands.run('view.theme', { theme: choose(value, ['system', 'light', 'dark']) })
          }
        />
        <Choice
          label={t('settings.density')}
          value={settings.density ?? 'comfortable'}
          options={(['compact', 'comfortable'] as const).map((value) => ({
            value,
            label: t(`settings.density.${value}`),
          }))}
          onChange={(value) => update({ density: choose(value, ['compact', 'comfortable']) })}
        />
      </Section>
      <Section title={t('settings.engines')}>
        <Choice
          label={t('settings.engine')}
          value={settings.engine ?? card?.id ?? none}
          options={listChoices(
            cards.map(({ id }) => id),
            settings.engine,
            names.engine,
          )}
          onChange={(engine) => update({ engine, model: undefined })}
        />
        <Choice
          label={t('settings.model')}
          value={settings.model ?? none}
          options={[
            { value: none, label: t('settings.model.first') },
            ...listChoices(card?.models ?? [], settings.model, names.model),
          ]}
          onChange={(value) => update({ model: value === none ? undefined : value })}
        />
        <Choice
          label={t('settings.language')}
          value={settings.language ?? none}
          options={[
            { value: none, label: t('settings.language.ask') },
            ...listChoices(card?.languages ?? [], settings.language, names.language),
          ]}
          onChange={(value) => update({ language: value === none ? undefined : value })}
        />
      </Section>
      <Section title={t('settings.folders')} isWide>
        <FolderList />
      </Section>
      <Section title={t('settings.tools')} isWide>
        <ToolSettings />
      </Section>
      <p className={styles.version}>
        {t('app.name')} · {t('settings.version', { version: host.version })}
      </p>
    </>
  );
}

/** A value of a list, or undefined for any other, which is the default. */
function choose<Value extends NonNullable<StudioSettings[keyof StudioSettings]>>(
  value: string,
  values: readonly Value[],
): Value | undefined {
  return values.find((known) => known === value);
}

/** Choices with the kept one among them, even where it cannot be had now. */
function listChoices(
  values: readonly string[],
  kept: string | undefined,
  name: (value: string) => string,
): readonly SelectOption[] {
  const all = kept === undefined || values.includes(kept) ? values : [...values, kept];
  return all.map((value) => ({ value, label: name(value) }));
}
