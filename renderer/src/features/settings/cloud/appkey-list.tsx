import type { AppkeySetting } from '@contract/api';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { Confirm } from '../../../components/confirm';
import { IconButton } from '../../../components/icon-button';
import { useLocale, useTexts } from '../../../state/studio-context';
import { AppkeyDialog } from './appkey-dialog';
import styles from './cloud-settings.module.css';
import { findAppkeyModel } from './list-model-choices';
import { ModelMarks } from './model-marks';
import { useCloudSettings } from './use-cloud-settings';

/** The Appkeys that were entered: which is the usual one, and what the model of each supports. */
export function AppkeyList(): React.JSX.Element {
  const t = useTexts();
  const { cloud, update } = useCloudSettings();
  const { appkeys = [], usualAppkeyId } = cloud;
  const [edited, setEdited] = useState<AppkeySetting | 'new'>();
  const [removed, setRemoved] = useState<AppkeySetting>();
  const usual = appkeys.find(({ id }) => id === usualAppkeyId) ?? appkeys[0];

  const save = (appkey: AppkeySetting): void => {
    const isKnown = appkeys.some(({ id }) => id === appkey.id);
    update({
      appkeys: isKnown
        ? appkeys.map((known) => (known.id === appkey.id ? appkey : known))
        : [...appkeys, appkey],
    });
    setEdited(undefined);
  };
  const remove = ({ id: removedId }: AppkeySetting): void => {
    update({
      appkeys: appkeys.filter(({ id }) => id !== removedId),
      ...(usualAppkeyId === removedId ? { usualAppkeyId: undefined } : {}),
    });
    setRemoved(undefined);
  };
  return (
    <>
      {appkeys.length === 0 ? (
        <p className={styles.muted}>{t('cloud.appkeys.none')}</p>
      ) : (
        <ul className={styles.appkeys}>
          {appkeys.map((appkey) => (
            <AppkeyRow
              key={appkey.id}
              appkey={appkey}
              isUsual={appkey.id === usual?.id}
              onMakeUsual={() => update({ usualAppkeyId: appkey.id })}
              onEdit={() => setEdited(appkey)}
              onRemove={() => setRemoved(appkey)}
            />
          ))}
        </ul>
      )}
      <div className={styles.buttons}>
        <Button icon={<Plus />} onClick={() => setEdited('new')}>
          {t('cloud.appkey.add')}
        </Button>
      </div>
      {edited !== undefined && (
        <AppkeyDialog
          appkey={edited === 'new' ? undefined : edited}
          onSave={save}
          onClose={() => setEdited(undefined)}
        />
      )}
      {removed !== undefined && (
        <Confirm
          title={t('cloud.appkey.removeTitle', { name: removed.name })}
          text={t('cloud.appkey.removeText')}
          confirmLabel={t('cloud.remove')}
          cancelLabel={t('app.cancel')}
          closeLabel={t('app.close')}
          onCancel={() => setRemoved(undefined)}
          onConfirm={() => remove(removed)}
        />
      )}
    </>
  );
}

function AppkeyRow({
  appkey,
  isUsual,
  onMakeUsual,
  onEdit,
  onRemove,
}: {
  readonly appkey: AppkeySetting;
  readonly isUsual: boolean;
  readonly onMakeUsual: () => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}): React.JSX.Element {
  const t = useTexts();
  const locale = useLocale();
  const { name } = appkey;
  const model = findAppkeyModel(appkey);
  return (
    <li className={styles.appkey} aria-label={name}>
      <div className={styles.keptText}>
        <p className={styles.appkeyName}>
          <span className={`${styles.strong} truncate`}>{name}</span>
          {isUsual && <span className={styles.tag}>{t('cloud.appkey.usual')}</span>}
          <span className={`${styles.code} ${styles.muted} truncate`} data-selectable>
            {appkey.appkey}
          </span>
          {appkey.region !== undefined && (
            <span className={`${styles.muted} truncate`}>{t(`cloud.region.${appkey.region}`)}</span>
          )}
        </p>
        <p className={styles.appkeyModel}>
          {model === undefined ? (
            <span className={styles.muted}>{appkey.model ?? t('cloud.appkey.modelUnknown')}</span>
          ) : (
            <>
              <span className={styles.muted}>
                {model.language[locale === 'zh-CN' ? 1 : 0]} · {appkey.model}
              </span>
              <ModelMarks model={model} />
            </>
          )}
        </p>
      </div>
      {!isUsual && (
        <Button look="quiet" onClick={onMakeUsual}>
          {t('cloud.appkey.makeUsual')}
        </Button>
      )}
      <IconButton label={t('cloud.appkey.edit', { name })} icon={<Pencil />} onClick={onEdit} />
      <IconButton label={t('cloud.appkey.remove', { name })} icon={<Trash2 />} onClick={onRemove} />
    </li>
  );
}
