import { hasMedia } from '@core/project-file/project';
import { parseTypedTime } from '@core/timing/parse-typed-time';
import { formatTimecode } from '@core/timing/timecode';
import { useEffect, useRef, useState } from 'react';
import { Tooltip } from '../../components/tooltip';
import { useDocument, usePlayerState, useStudio, useTexts } from '../../state/studio-context';
import styles from './transport-bar.module.css';

/** Where playing stands and how long the recording is; a click lets a person type where to go. */
export function Timecode(): React.JSX.Element {
  const t = useTexts();
  const [isTyping, setTyping] = useState(false);
  const hasRecording = useDocument(
    ({ project }) => project === undefined || hasMedia(project.media),
  );
  const probedMs = useDocument(({ project }) => project?.media.durationMs ?? 0);
  const durationMs = usePlayerState((state) => state.durationMs) || probedMs;
  return (
    <div className={`${styles.timecode} tabular`}>
      {isTyping ? (
        <TypedPosition onEnd={() => setTyping(false)} />
      ) : (
        <Position onClick={() => setTyping(true)} />
      )}
      {hasRecording && (
        <>
          <span className={styles.slash}>/</span>
          <span className={styles.duration} title={t('player.duration')}>
            {formatTimecode(durationMs, '.')}
          </span>
        </>
      )}
    </div>
  );
}

function Position({ onClick }: { readonly onClick: () => void }): React.JSX.Element {
  const t = useTexts();
  const { player } = useStudio();
  const text = useRef<HTMLSpanElement>(null);
  // Written without React: it changes on every frame.
  useEffect(() => {
    const show = (positionMs: number): void => {
      if (text.current !== null) text.current.textContent = formatTimecode(positionMs, '.');
    };
    show(player.positionMs);
    return player.onTick(show);
  }, [player]);
  return (
    <Tooltip text={t('player.position')}>
      <button
        type="button"
        className={styles.position}
        aria-label={t('player.position')}
        onClick={onClick}
      >
        <span ref={text} data-position />
      </button>
    </Tooltip>
  );
}

function TypedPosition({ onEnd }: { readonly onEnd: () => void }): React.JSX.Element {
  const t = useTexts();
  const { player } = useStudio();
  const [hasProblem, setProblem] = useState(false);
  return (
    <input
      className={styles.typed}
      defaultValue={formatTimecode(player.positionMs, '.')}
      aria-label={t('player.typePosition')}
      aria-invalid={hasProblem}
      title={hasProblem ? t('player.notATime') : undefined}
      autoFocus
      onFocus={(event) => event.target.select()}
      onChange={() => setProblem(false)}
      onBlur={onEnd}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onEnd();
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
        const timeMs = parseTypedTime(event.currentTarget.value, player.positionMs);
        if (timeMs === undefined) {
          setProblem(true);
          return;
        }
        player.seek(timeMs);
        onEnd();
      }}
    />
  );
}
