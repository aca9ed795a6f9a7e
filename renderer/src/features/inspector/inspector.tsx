import { defaultCueLimits } from '@core/cues/cue-limits';
import { formatReadingSpeed, measureReadingSpeed } from '@core/cues/reading-speed';
import { formatTimecode } from '@core/timing/timecode';
import { countCharacters } from '@core/transcript/graphemes';
import type { Sentence } from '@core/transcript/sentence';
import { assignSpeakerHues } from '@core/transcript/speaker-hues';
import { MousePointerClick, PencilLine } from 'lucide-react';
import { useDeferredValue } from 'react';
import { Button } from '../../components/button';
import { EmptyState } from '../../components/empty-state';
import { SpeakerLabel } from '../../components/speaker-label';
import { useDocument, useSession, useStudio, useTexts } from '../../state/studio-context';
import styles from './inspector.module.css';
import { WordChips } from './word-chips';

/** All that is known of the current sentence: its whole text, its figures and its words. */
export function Inspector(): React.JSX.Element {
  const t = useTexts();
  // Who goes through the rows looks at the rows: the facts of each follow when there is time.
  const currentId = useDeferredValue(useSession((state) => state.currentId));
  const sentence = useDocument(({ project }) =>
    currentId === undefined ? undefined : project?.sentences.find(({ id }) => id === currentId),
  );
  if (sentence === undefined) {
    return (
      <EmptyState
        icon={<MousePointerClick />}
        title={t('inspector.empty')}
        text={t('inspector.empty.hint')}
      />
    );
  }
  return (
    <div className={styles.inspector}>
      <Head sentence={sentence} />
      <Text sentence={sentence} />
      <Facts sentence={sentence} />
      <WordChips sentence={sentence} />
    </div>
  );
}

interface SentenceProps {
  readonly sentence: Sentence;
}

function Head({ sentence }: SentenceProps): React.JSX.Element {
  const t = useTexts();
  const { session } = useStudio();
  const number = useDocument(({ project }) => (project?.sentences.indexOf(sentence) ?? -1) + 1);
  const count = useDocument(({ project }) => project?.sentences.length ?? 0);
  const selectedCount = useSession(({ selectedIds }) => selectedIds.length);
  return (
    <header className={styles.head}>
      <h2 className={styles.title}>
        {t('inspector.sentence', { number, count })}
        {selectedCount > 1 && (
          <span className={styles.selected}>
            {t('inspector.selected', { count: selectedCount })}
          </span>
        )}
      </h2>
      <Button
        look="quiet"
        icon={<PencilLine aria-hidden="true" />}
        onClick={() => {
          session.getState().goTo(sentence.id, sentence.beginMs);
          session.getState().beginEditing(sentence.id);
        }}
      >
        {t('inspector.edit')}
      </Button>
    </header>
  );
}

function Text({ sentence: { id, beginMs, text } }: SentenceProps): React.JSX.Element {
  const t = useTexts();
  const { session } = useStudio();
  const language = useDocument(({ project }) => project?.language);
  return (
    <p
      className={text.trim() === '' ? styles.noText : styles.text}
      lang={language === undefined || language === 'und' ? undefined : language}
      data-selectable=""
      onDoubleClick={() => {
        session.getState().goTo(id, beginMs);
        session.getState().beginEditing(id);
      }}
    >
      {text.trim() === '' ? t('inspector.noText') : text}
    </p>
  );
}

function Facts({ sentence }: SentenceProps): React.JSX.Element {
  const t = useTexts();
  const language = useDocument(({ project }) => project?.language ?? 'und');
  const hues = useDocument(({ project }) => assignSpeakerHues(project?.sentences ?? []));
  const { beginMs, endMs, text, speaker, channel } = sentence;
  const limits = defaultCueLimits(language);
  const { characters, charactersPerSecond, isTooFast } = measureReadingSpeed(sentence, limits);
  const lines = text.trim() === '' ? [] : text.trim().split(/\r\n|\r|\n/u);
  const limit = limits.charactersPerSecond;
  return (
    <dl className={styles.facts}>
      <Fact name={t('inspector.begin')}>{formatTimecode(beginMs, '.')}</Fact>
      <Fact name={t('inspector.end')}>{formatTimecode(endMs, '.')}</Fact>
      <Fact name={t('inspector.duration')}>
        {t('inspector.seconds', { seconds: ((endMs - beginMs) / 1000).toFixed(2) })}
      </Fact>
      <Fact name={t('inspector.speed.short')} title={t('inspector.speed')}>
        {isTooFast ? (
          <span className={styles.tooFast} title={t('inspector.speed.tooFast', { limit })}>
            {formatReadingSpeed(charactersPerSecond)} &gt; {limit}
          </span>
        ) : (
          formatReadingSpeed(charactersPerSecond)
        )}
      </Fact>
      <Fact name={t('inspector.characters')}>
        {lines.length > 1
          ? `${characters} (${lines.map((line) => countCharacters(line.trim())).join(' + ')})`
          : characters}
      </Fact>
      <Fact name={t('inspector.lines')}>{lines.length}</Fact>
      <Fact name={t('inspector.speaker')}>
        <SpeakerLabel hue={speaker === undefined ? undefined : hues.get(speaker)}>
          {speaker ??
            (channel > 0
              ? t('inspector.channel', { number: channel + 1 })
              : t('inspector.speaker.none'))}
        </SpeakerLabel>
      </Fact>
    </dl>
  );
}

function Fact({
  name,
  title,
  children,
}: {
  readonly name: string;
  readonly title?: string;
  readonly children: React.ReactNode;
}): React.JSX.Element {
  return (
    <div className={styles.fact}>
      <dt title={title}>{name}</dt>
      <dd className="tabular">{children}</dd>
    </div>
  );
}
