import { formatReadingSpeed } from '@core/cues/reading-speed';
import { measureSpeed, usualSpeedLimit } from '@core/qc/measure-speed';
import { formatTimecode } from '@core/timing/timecode';
import { countCharacters } from '@core/transcript/graphemes';
import type { Project } from '@core/project-file/project';
import type { Sentence } from '@core/transcript/sentence';
import { assignSpeakerHues } from '@core/transcript/speaker-hues';
import { MousePointerClick, PencilLine } from 'lucide-react';
import { memo, useDeferredValue, useMemo } from 'react';
import { Button } from '../../components/button';
import { EmptyState } from '../../components/empty-state';
import { SpeakerLabel } from '../../components/speaker-label';
import {
  useDocument,
  useProblems,
  useSession,
  useStudio,
  useTexts,
} from '../../state/studio-context';
import styles from './inspector.module.css';
import { ProblemNotes } from './problem-notes';
import { WordChips } from './word-chips';

/** All that is known of the current sentence: its whole text, its figures and its words. */
export function Inspector(): React.JSX.Element {
  const t = useTexts();
  // Who goes through the rows or types looks at the rows: the facts follow when there is time.
  const currentId = useDeferredValue(useSession((state) => state.currentId));
  const project = useDeferredValue(useDocument((state) => state.project));
  const index = useMemo(
    () => project?.sentences.findIndex(({ id }) => id === currentId) ?? -1,
    [project, currentId],
  );
  if (project === undefined || index === -1) {
    return (
      <EmptyState
        icon={<MousePointerClick />}
        title={t('inspector.empty')}
        text={t('inspector.empty.hint')}
      />
    );
  }
  return <Sheet project={project} index={index} />;
}

interface SheetProps {
  readonly project: Project;
  /** Place of the sentence in the document, from 0. */
  readonly index: number;
}

const Sheet = memo(function Sheet({ project, index }: SheetProps): React.JSX.Element {
  const sentence = project.sentences[index]!;
  return (
    <div className={styles.inspector}>
      <Head sentence={sentence} number={index + 1} count={project.sentences.length} />
      <Text sentence={sentence} language={project.language} />
      <ProblemNotes sentenceId={sentence.id} />
      <Facts
        sentence={sentence}
        language={project.language}
        hues={assignSpeakerHues(project.sentences)}
      />
      <WordChips sentence={sentence} />
    </div>
  );
});

interface SentenceProps {
  readonly sentence: Sentence;
}

interface HeadProps extends SentenceProps {
  readonly number: number;
  readonly count: number;
}

function Head({ sentence, number, count }: HeadProps): React.JSX.Element {
  const t = useTexts();
  const { session, editing } = useStudio();
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
          editing.getState().begin(sentence.id);
        }}
      >
        {t('inspector.edit')}
      </Button>
    </header>
  );
}

/** A longer text scrolls by itself. */
const mostTextCharacters = 1000;

interface TextProps extends SentenceProps {
  readonly language: string;
}

function Text({ sentence: { id, beginMs, text }, language }: TextProps): React.JSX.Element {
  const t = useTexts();
  const { session, editing } = useStudio();
  const isLong = text.length > mostTextCharacters;
  const look = text.trim() === '' ? styles.noText : styles.text;
  return (
    <p
      className={isLong ? `${look} ${styles.longText}` : look}
      // What scrolls is reached by keys.
      {...(isLong && { tabIndex: 0 })}
      lang={language === 'und' ? undefined : language}
      data-selectable=""
      onDoubleClick={() => {
        session.getState().goTo(id, beginMs);
        editing.getState().begin(id);
      }}
    >
      {text.trim() === '' ? t('inspector.noText') : text}
    </p>
  );
}

interface FactsProps extends SentenceProps {
  readonly language: string;
  readonly hues: ReadonlyMap<string, number>;
}

function Facts({ sentence, language, hues }: FactsProps): React.JSX.Element {
  const t = useTexts();
  const { beginMs, endMs, text, speaker, channel } = sentence;
  const known = useProblems((state) => state.speedLimit);
  const speedLimit = known ?? usualSpeedLimit(language);
  const { characters, charactersPerSecond, isTooFast } = measureSpeed(sentence, speedLimit);
  const lines = text.trim() === '' ? [] : text.trim().split(/\r\n|\r|\n/u);
  const limit = speedLimit.mostPerSecond;
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
