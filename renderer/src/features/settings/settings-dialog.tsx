import type { EngineCard, StudioSettings } from '@contract/api';
import { chooseLocale } from '@core/messages/catalogue';
import { type ReactNode, useEffect, useState } from 'react';
import { Dialog } from '../../components/dialog';
import { ErrorNotice } from '../../components/error-notice';
import { Field } from '../../components/field';
import { Select, type SelectOption } from '../../components/select';
import { useErrorTexts, useSettings, useStudio, useTexts } from '../../state/studio-context';
import { useNames } from '../../state/use-names';
import { FolderList } from './folder-list';
import styles from './settings-dialog.module.css';
import { ToolSettings } from './tool-settings';

/** Stands in a list of choices for "not chosen": an empty value cannot. */
const none = 'default';

/** What a person chooses once and for all; every change holds at once. */
export function SettingsDialog(): React.JSX.Element {
  const t = useTexts();
  const names = useNames();
  const describe = useErrorTexts();
  const { connection, host, session, settings: store } = useStudio();
  const settings = useSettings((state) => state.settings);
  const error = useSettings((state) => state.error);
  const update = (changes: StudioSettings): void => store.getState().update(changes);
  const [cards, setCards] = useState<readonly EngineCard[]>([]);
  useEffect(() => {
    // Without the list the choices of engines stay as they were; the transcribe dialog says why.
    connection.client.call('engines.list', {}).then(setCards, () => undefined);
  }, [connection]);
  const card = cards.find(({ id }) => id === settings.engine) ?? cards[0];
  const systemLanguage = chooseLocale(host.systemLanguage) === 'en' ? 'English' : '简体中文';
  return (
    <Dialog
      title={t('settings.title')}
      closeLabel={t('app.close')}
      onClose={() => session.getState().set({ dialog: undefined })}
    >
      {error !== undefined && <ErrorNotice text={describe(error)} />}
      <Section title={t('settings.appearance')}>
        <Choice
          label={t('settings.locale')}
          value={settings.locale ?? none}
          options={[
            { value: none, label: t('settings.locale.system', { language: systemLanguage }) },
            { value: 'en', label: 'English' },
            { value: 'zh-CN', label: '简体中文' },
          ]}
          onChange={(value) => update({ locale: choose(value, ['en', 'zh-CN']) })}
        />
        <Choice
          label={t('settings.theme')}
          value={settings.theme ?? 'system'}
          options={(['system', 'light', 'dark'] as const).map((value) => ({
            value,
            label: t(`settings.theme.${value}`),
          }))}
          onChange={(value) => update({ theme: choose(value, ['system', 'light', 'dark']) })}
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
    </Dialog>
  );
}

function Section({
  title,
  isWide = false,
  children,
}: {
  readonly title: string;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}): React.JSX.Element {
  return (
    <section className={styles.section} aria-label={title}>
      <h3 className={styles.heading}>{title}</h3>
      <div className={isWide ? styles.wide : styles.grid}>{children}</div>
    </section>
  );
}

function Choice({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly SelectOption[];
  readonly onChange: (value: string) => void;
}): React.JSX.Element {
  return (
    <Field label={label}>
      {({ id }) => <Select id={id} value={value} options={options} onChange={onChange} />}
    </Field>
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
