import { omitUndefined } from '@core/omit-undefined';
import type { AppkeySetting } from '@contract/api';
import { findRegion, speechRegions, usualRegion } from '@isi/speech-regions';
import { type SubmitEvent, useId, useState } from 'react';
import { Button } from '../../../components/button';
import { Dialog } from '../../../components/dialog';
import { Field, TextInput } from '../../../components/field';
import { useLocale, useStudio, useTexts } from '../../../state/studio-context';
import { Choice } from '../choice';
import { checkOwnName, checkSecret, type Wrong } from './check-entry';
import styles from './cloud-settings.module.css';
import { findAppkeyModel, type ModelChoice, toChoiceId } from './list-model-choices';
import { ModelMarks } from './model-marks';
import { ModelPicker } from './model-picker';
import { useCloudSettings } from './use-cloud-settings';

export interface AppkeyDialogProps {
  /** The one to be changed; undefined: a new one. */
  readonly appkey: AppkeySetting | undefined;
  readonly onSave: (appkey: AppkeySetting) => void;
  readonly onClose: () => void;
}

/** Stands for no choice, as long as there is none. */
const ofAccount = 'account';

/** Name, Appkey, region and model of a project of the vendor's console. */
export function AppkeyDialog({ appkey, onSave, onClose }: AppkeyDialogProps): React.JSX.Element {
  const t = useTexts();
  const locale = useLocale();
  const { cloud } = useCloudSettings();
  const { newId } = useStudio();
  const formId = useId();
  const [name, setName] = useState(appkey?.name ?? '');
  const [value, setValue] = useState(appkey?.appkey ?? '');
  const [chosen, setChosen] = useState<ModelChoice | undefined>(() => readChoice(appkey));
  const [region, setRegion] = useState(appkey?.region);
  const [wrongName, setWrongName] = useState<Wrong>();
  const [wrongValue, setWrongValue] = useState<Wrong>();

  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const others = (cloud.appkeys ?? []).filter(({ id }) => id !== appkey?.id);
    const nameProblem = checkOwnName(
      name,
      others.map((other) => other.name),
    );
    const valueProblem = checkSecret(200)(value);
    setWrongName(nameProblem);
    setWrongValue(valueProblem);
    if (nameProblem !== undefined || valueProblem !== undefined) {
      const first = nameProblem === undefined ? 'appkey' : 'name';
      event.currentTarget.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
      return;
    }
    onSave({
      id: appkey?.id ?? newId(),
      name: name.trim(),
      appkey: value.trim(),
      ...omitUndefined({ region }),
      ...(chosen === undefined
        ? {}
        : {
            model: chosen.name,
            tag: chosen.model.tag,
            sampleRateHz: chosen.model.sampleRateHz,
          }),
    });
  };
  return (
    <Dialog
      width="wide"
      title={t('cloud.appkey.title')}
      closeLabel={t('app.close')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button look="primary" type="submit" form={formId}>
            {t('cloud.save')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} autoComplete="off" noValidate onSubmit={submit}>
        <div className={styles.columns}>
          <Field
            label={t('cloud.appkey.name')}
            hint={t('cloud.appkey.name.hint')}
            problem={wrongName === undefined ? undefined : t(wrongName)}
          >
            {({ id, aria }) => (
              <TextInput
                id={id}
                name="name"
                data-autofocus
                maxLength={200}
                value={name}
                onChange={(event) => setName(event.target.value)}
                {...aria}
              />
            )}
          </Field>
          <Field
            label={t('cloud.appkey.value')}
            problem={wrongValue === undefined ? undefined : t(wrongValue)}
          >
            {({ id, aria }) => (
              <TextInput
                id={id}
                name="appkey"
                className={styles.code ?? ''}
                autoCapitalize="off"
                spellCheck={false}
                value={value}
                onChange={(event) => setValue(event.target.value)}
                {...aria}
              />
            )}
          </Field>
          <Choice
            label={t('cloud.appkey.region')}
            value={region ?? ofAccount}
            options={[
              {
                value: ofAccount,
                label: t('cloud.appkey.region.account', {
                  region: t(`cloud.region.${cloud.region ?? usualRegion}`),
                }),
              },
              ...speechRegions.map((each) => ({ value: each, label: t(`cloud.region.${each}`) })),
            ]}
            onChange={(chosenRegion) => setRegion(findRegion(chosenRegion))}
          />
        </div>
        <ModelPicker chosen={chosen} onChoose={setChosen} />
        <p className={styles.chosenModel}>
          {chosen === undefined ? (
            <span className={styles.muted}>{t('cloud.appkey.modelUnknown')}</span>
          ) : (
            <>
              <span className={styles.strong}>
                {chosen.model.language[locale === 'zh-CN' ? 1 : 0]} · {chosen.name}
              </span>
              <ModelMarks model={chosen.model} withMissing />
            </>
          )}
        </p>
      </form>
    </Dialog>
  );
}

function readChoice(appkey: AppkeySetting | undefined): ModelChoice | undefined {
  const model = appkey === undefined ? undefined : findAppkeyModel(appkey);
  if (model === undefined || appkey?.model === undefined) return undefined;
  return { id: toChoiceId(appkey.model, model), name: appkey.model, model };
}
