import { TriangleAlert } from 'lucide-react';
import { type Ref, useId } from 'react';
import { Checkbox } from '../../components/field';
import { useTexts } from '../../state/studio-context';
import { useNames } from '../../state/use-names';
import styles from './sending-consent.module.css';

export interface SendingConsentProps {
  readonly engine: string;
  /** Of recordings that nobody chose, whole. */
  readonly paths: readonly string[];
  readonly isAllowed: boolean;
  /** Gets the box that answers. */
  readonly answer: Ref<HTMLInputElement>;
  readonly onChange: (isAllowed: boolean) => void;
}

/** Asks whether a recording that a project brought along may go to a service of the cloud. */
export function SendingConsent({
  engine,
  paths,
  isAllowed,
  answer,
  onChange,
}: SendingConsentProps): React.JSX.Element {
  const t = useTexts();
  const names = useNames();
  const aboutId = useId();
  const count = paths.length;
  return (
    <section className={styles.question} aria-labelledby={aboutId}>
      <TriangleAlert aria-hidden />
      <div className={styles.words}>
        <p id={aboutId}>{t('transcribe.question', { count })}</p>
        <ul className={styles.paths}>
          {paths.map((path) => (
            <li key={path}>
              <bdi>{path}</bdi>
            </li>
          ))}
        </ul>
        <Checkbox
          ref={answer}
          label={t('transcribe.question.allow', { count, engine: names.engine(engine) })}
          isChecked={isAllowed}
          onChange={onChange}
        />
      </div>
    </section>
  );
}
