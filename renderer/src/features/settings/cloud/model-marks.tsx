import type { SpeechModel } from '@isi/model-table';
import type { MessageKey } from '@core/messages/catalogue';
import { Check, Minus } from 'lucide-react';
import { useTexts } from '../../../state/studio-context';
import styles from './model-marks.module.css';

const marks: readonly {
  readonly has: (model: SpeechModel) => boolean;
  readonly label: MessageKey;
  readonly hint?: MessageKey;
}[] = [
  { has: ({ hasPunctuation }) => hasPunctuation, label: 'cloud.mark.punctuation' },
  { has: ({ hasItn }) => hasItn, label: 'cloud.mark.itn', hint: 'cloud.mark.itn.hint' },
  {
    has: ({ hasDisfluencyRemoval }) => hasDisfluencyRemoval,
    label: 'cloud.mark.disfluency',
    hint: 'cloud.mark.disfluency.hint',
  },
  { has: ({ hasSemanticSentences }) => hasSemanticSentences, label: 'cloud.mark.semantic' },
  {
    has: ({ hasTimestampAlignment }) => hasTimestampAlignment,
    label: 'cloud.mark.alignment',
    hint: 'cloud.mark.alignment.hint',
  },
];

export interface ModelMarksProps {
  readonly model: SpeechModel;
  /** Those too which it does not support, so that models can be compared. */
  readonly withMissing?: boolean;
}

/** What a model supports, as small marks with the sample rate before them. */
export function ModelMarks({ model, withMissing = false }: ModelMarksProps): React.JSX.Element {
  const t = useTexts();
  const shown = withMissing ? marks : marks.filter(({ has }) => has(model));
  return (
    <span className={styles.marks}>
      <span className={styles.rate}>
        {t('cloud.model.rate', { rate: model.sampleRateHz / 1000 })}
      </span>
      {shown.map(({ has, label, hint }) => {
        const isThere = has(model);
        const title = hint === undefined ? t(label) : t(hint);
        return (
          <span
            key={label}
            className={isThere ? styles.mark : styles.missing}
            title={isThere ? title : t('cloud.mark.notSupported', { feature: title })}
          >
            {withMissing && (isThere ? <Check aria-hidden /> : <Minus aria-hidden />)}
            {!isThere && (
              <span className="visually-hidden">
                {t('cloud.mark.notSupported', { feature: '' })}
              </span>
            )}
            {t(label)}
          </span>
        );
      })}
    </span>
  );
}
