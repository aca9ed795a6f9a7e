import type { EngineCard } from '@contract/api';
import { errorFromJson, type StudioError } from '@core/errors/studio-error';
import { listMissing } from '@isi/list-missing';
import { Cloud, Laptop } from 'lucide-react';
import { Button } from '../../components/button';
import { useErrorTexts, useLocale, useTexts } from '../../state/studio-context';
import { useNames } from '../../state/use-names';
import { isReady } from './choose-engine';
import styles from './engine-cards.module.css';

export interface EngineCardsProps {
  readonly cards: readonly EngineCard[];
  readonly chosenId: string;
  readonly onChoose: (card: EngineCard) => void;
  /** Leads to where the account is entered. */
  readonly onSetUp: () => void;
}

/** The engines, with what each needs and gives. */
export function EngineCards({
  cards,
  chosenId,
  onChoose,
  onSetUp,
}: EngineCardsProps): React.JSX.Element {
  const t = useTexts();
  return (
    <fieldset className={styles.cards} role="radiogroup" aria-label={t('transcribe.engine')}>
      {cards.map((card) => (
        <Card
          key={card.id}
          card={card}
          isChosen={card.id === chosenId}
          onChoose={() => onChoose(card)}
          onSetUp={onSetUp}
        />
      ))}
    </fieldset>
  );
}

function Card({
  card,
  isChosen,
  onChoose,
  onSetUp,
}: {
  readonly card: EngineCard;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onSetUp: () => void;
}): React.JSX.Element {
  const t = useTexts();
  const names = useNames();
  const { id, texts, needsNetwork, languages, readiness } = card;
  return (
    <div className={styles.card} data-chosen={isChosen || undefined}>
      <label className={styles.choice}>
        <input
          type="radio"
          name="engine"
          className={styles.radio}
          checked={isChosen}
          disabled={!isReady(card)}
          onChange={onChoose}
          aria-label={names.engine(id)}
        />
        <span className={styles.icon} aria-hidden>
          {needsNetwork ? <Cloud /> : <Laptop />}
        </span>
        <span className={styles.body}>
          <span className={styles.head}>
            <span className={styles.name}>{names.engine(id)}</span>
            {!isReady(card) && <span className={styles.tagOff}>{t('transcribe.notYet')}</span>}
            <Tags card={card} />
          </span>
          <span className={styles.about}>
            {texts.about === undefined
              ? t('transcribe.other.about', { languages: languages.length })
              : t(texts.about)}
          </span>
        </span>
      </label>
      {readiness.state === 'unavailable' && (
        <div className={styles.why}>
          <Why engine={id} error={errorFromJson(readiness.error)} />
          {needsNetwork && <Button onClick={onSetUp}>{t('transcribe.setUp')}</Button>}
        </div>
      )}
    </div>
  );
}

function Tags({
  card: { texts, needsNetwork, givesWordTimes },
}: {
  readonly card: EngineCard;
}): React.JSX.Element {
  const t = useTexts();
  const { needs, gives = givesWordTimes ? (['transcribe.wordTimes'] as const) : [] } = texts;
  return (
    <>
      {needs === undefined && (
        <span className={needsNetwork ? styles.tag : styles.tagGood}>
          {needsNetwork ? t('transcribe.needsNetwork') : t('transcribe.offline')}
        </span>
      )}
      {[...(needs === undefined ? [] : [needs]), ...gives].map((text) => (
        <span key={t(text)} className={styles.tag}>
          {t(text)}
        </span>
      ))}
    </>
  );
}

/** Why an engine cannot be chosen now. */
function Why({
  engine,
  error,
}: {
  readonly engine: string;
  readonly error: StudioError;
}): React.JSX.Element {
  const t = useTexts();
  const locale = useLocale();
  const names = useNames();
  const describe = useErrorTexts();
  const missing = listMissing(error);
  if (missing.length > 0) {
    const list = new Intl.ListFormat(locale).format(missing.map((key) => t(key)));
    return <p>{t('transcribe.missing', { missing: list })}</p>;
  }
  // Its name here is the one on the card, not its id.
  const { code, data } = error;
  const { happened, next } = describe({ code, data: { ...data, engine: names.engine(engine) } });
  return (
    <p>
      {happened} {next}
    </p>
  );
}
