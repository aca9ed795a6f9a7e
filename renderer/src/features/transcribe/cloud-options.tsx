import type { SpeechModel } from '@isi/model-table';
import { Check, Minus } from 'lucide-react';
import { Field } from '../../components/field';
import { Select } from '../../components/select';
import { useLocale, useTexts } from '../../state/studio-context';
import { useNames } from '../../state/use-names';
import styles from './cloud-options.module.css';
import type { CloudForm } from './use-cloud-form';

export interface CloudOptionsProps {
  readonly form: CloudForm;
  readonly language: string;
  readonly languages: readonly string[];
  readonly onLanguage: (tag: string) => void;
}

/** The Appkey, what its model supports, and the language whose rules the subtitles follow. */
export function CloudOptions({
  form,
  language,
  languages,
  onLanguage,
}: CloudOptionsProps): React.JSX.Element {
  const t = useTexts();
  const names = useNames();
  const locale = useLocale();
  const { appkeys, appkey, model } = form;
  const modelLine =
    model === undefined
      ? undefined
      : [
          appkey?.model,
          model.language[locale === 'zh-CN' ? 1 : 0],
          `${model.sampleRateHz / 1000} kHz`,
        ].join(' · ');
  const hears = model?.tag.split('-')[0];
  return (
    <>
      <div className={styles.choices}>
        {appkey !== undefined && (
          <Field label={t('transcribe.appkey')} hint={modelLine}>
            {({ id }) => (
              <Select
                id={id}
                value={appkey.id}
                isDisabled={appkeys.length < 2}
                options={appkeys.map((each) => ({
                  value: each.id,
                  label: each.name,
                  hint: each.model,
                }))}
                onChange={form.chooseAppkey}
              />
            )}
          </Field>
        )}
        <Field
          label={t('transcribe.language')}
          hint={
            hears === undefined || hears === language
              ? t('transcribe.language.subtitles')
              : `${t('transcribe.language.differs', { language: names.language(hears) })} ${t('transcribe.language.subtitles')}`
          }
        >
          {({ id }) => (
            <Select
              id={id}
              value={language}
              options={languages.map((tag) => ({ value: tag, label: names.language(tag) }))}
              onChange={onLanguage}
            />
          )}
        </Field>
      </div>
      {model === undefined ? (
        <p className={styles.unknown}>
          {t(appkey === undefined ? 'transcribe.appkey.environment' : 'transcribe.appkey.noModel')}
        </p>
      ) : (
        <Support model={model} />
      )}
    </>
  );
}

function Support({ model }: { readonly model: SpeechModel }): React.JSX.Element {
  const t = useTexts();
  const abilities = [
    ['punctuation', model.hasPunctuation],
    ['itn', model.hasItn],
    ['disfluency', model.hasDisfluencyRemoval],
    ['semantic', model.hasSemanticSentences],
    ['alignment', model.hasTimestampAlignment],
  ] as const;
  return (
    <ul className={styles.support} aria-label={t('transcribe.supports')}>
      {abilities.map(([name, isAble]) => (
        <li key={name} data-able={isAble}>
          {isAble ? (
            <Check aria-label={t('transcribe.supports.yes')} />
          ) : (
            <Minus aria-label={t('transcribe.supports.no')} />
          )}
          {t(`transcribe.supports.${name}`)}
        </li>
      ))}
    </ul>
  );
}
