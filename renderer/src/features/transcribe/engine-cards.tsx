import type { EngineCard } from '@contract/api';
import { errorFromJson } from '@core/errors/studio-error';
import type { MessageKey } from '@core/messages/catalogue';
import { Cloud, Laptop } from 'lucide-react';
import { useErrorTexts, useTexts } from '../../state/studio-context';
import { useNames } from '../../state/use-names';
import { isReady } from './choose-engine';
import styles from './engine-cards.module.css';

const abouts: Readonly<Record<string, MessageKey>> = {
  local: 'transcribe.local.about',
  flash: 'transcribe.flash.about',
  file: 'transcribe.file.about',
};

export interface EngineCardsProps {
  readonly cards: readonly EngineCard[];
  readonly chosenId: string;
  readonly onChoose: (card: EngineCard) => void;
}

/** The engines, with what each needs and gives. */
export function EngineCards({ cards, chosenId, onChoose }: EngineCardsProps): React.JSX.Element {
  const t = useTexts();
  return (
    <fieldset className={styles.cards} role="radiogroup" aria-label={t('transcribe.engine')}>
      {cards.map((card) => (
        <Card
          key={card.id}
          card={card}
          isChosen={card.id === chosenId}
          onChoose={() => onChoose(card)}
        />
      ))}
    </fieldset>
  );
}

function Card({
  card,
  isChosen,
  onChoose,
}: {
  readonly card: EngineCard;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}): React.JSX.Element {
  const t = useTexts();
  const names = useNames();
  const describe = useErrorTexts();
  const { id, needsNetwork, givesWordTimes, languages, readiness } = card;
  const about = abouts[id];
  const why = readiness.state === 'ready' ? undefined : errorFromJson(readiness.error);
  return (
    <label className={styles.card} data-chosen={isChosen || undefined}>
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
          <span className={needsNetwork ? styles.tag : styles.tagGood}>
            {needsNetwork ? t('transcribe.needsNetwork') : t('transcribe.offline')}
          </span>
          {isReady(card) && givesWordTimes && (
            <span className={styles.tag}>{t('transcribe.wordTimes')}</span>
          )}
        </span>
        <span className={styles.about}>
          {about === undefined
            ? t('transcribe.other.about', { languages: languages.length })
            : t(about)}
        </span>
        {why !== undefined && (
          <span className={styles.why}>
            {/* Its name here is the one on the card, not its id. */}
            {describe({ code: why.code, data: { ...why.data, engine: names.engine(id) } }).happened}
          </span>
        )}
      </span>
    </label>
  );
}
