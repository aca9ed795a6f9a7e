import { showValueHarmless } from '@core/messages/show-harmless';
import { AudioLines, CopyCheck, FileQuestion, FolderOpen, Maximize } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { EmptyState } from '../../components/empty-state';
import { IconButton } from '../../components/icon-button';
import { Spinner } from '../../components/spinner';
import { Tooltip } from '../../components/tooltip';
import {
  useDocument,
  useMedia,
  usePlayerState,
  useSpoken,
  useStudio,
  useTexts,
} from '../../state/studio-context';
import { cutText } from '../../lib/cut-text';
import { LocateButton } from './locate-button';
import { PlayerNotice } from './player-notice';
import styles from './player-panel.module.css';
import { reasonTexts } from './reason-texts';

/** The picture of the open recording, or a calm cover, with what is being said under it. */
export function PlayerPanel(): React.JSX.Element {
  const t = useTexts();
  const state = useMedia(({ access }) => access?.state);
  const isOnlyNamed = useMedia(({ access }) => access?.isOnlyNamed === true);
  const hasError = useMedia(({ error }) => error !== undefined);
  const name = useDocument(({ project }) => project?.media.name ?? '');
  if (state === 'none') {
    return (
      <div className={styles.panel}>
        <EmptyState icon={<FolderOpen />} title={t('player.none')} text={t('player.noneText')}>
          <LocateButton label={t('player.chooseRecording')} />
        </EmptyState>
        <PlayerNotice />
      </div>
    );
  }
  if (state === 'missing') {
    return (
      <div className={styles.panel}>
        <EmptyState
          icon={<FileQuestion />}
          title={t(isOnlyNamed ? 'player.onlyNamed' : 'player.missing')}
          text={t(isOnlyNamed ? 'player.onlyNamedText' : 'player.missingText', { name })}
        >
          <LocateButton label={t(isOnlyNamed ? 'player.choose' : 'player.locate')} />
        </EmptyState>
        <PlayerNotice />
      </div>
    );
  }
  return (
    <div className={styles.panel}>
      {state === undefined && !hasError ? <Spinner label={t('player.loading')} /> : <Screen />}
      <PlayerNotice />
    </div>
  );
}

function Screen(): React.JSX.Element {
  const t = useTexts();
  const { player } = useStudio();
  const element = usePlayerState((state) => state.element);
  const hasPicture = usePlayerState(
    ({ problem, element: playing }) => playing?.tagName === 'VIDEO' && problem === 'none',
  );
  const title = useDocument(({ project }) => project?.title ?? '');
  const mediaName = useDocument(({ project }) => project?.media.name ?? '');
  const screen = useRef<HTMLDivElement>(null);
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (element === undefined || place.current === null) return undefined;
    moveElement(element, () => place.current?.append(element));
    return () => moveElement(element, () => element.remove());
  }, [element]);

  return (
    <div ref={screen} className={hasPicture ? `${styles.screen} ${styles.video}` : styles.screen}>
      <div ref={place} className={styles.place} onClick={() => player.toggle()} />
      {!hasPicture && (
        <div className={styles.cover}>
          <AudioLines className={styles.coverIcon} aria-hidden />
          <p className={styles.coverTitle}>{showValueHarmless(title)}</p>
          {mediaName !== title && (
            <p className={styles.coverName}>{showValueHarmless(mediaName)}</p>
          )}
        </div>
      )}
      <SpokenText />
      <CopyMark />
      {hasPicture && (
        <div className={styles.fullScreen}>
          <IconButton
            label={t('player.fullScreen')}
            icon={<Maximize />}
            onClick={() => {
              if (document.fullscreenElement === null) void screen.current?.requestFullscreen();
              else void document.exitFullscreen();
            }}
          />
        </div>
      )}
    </div>
  );
}

/** Says for as long as it is so that a copy is played, and why. */
function CopyMark(): React.JSX.Element | undefined {
  const t = useTexts();
  const isReady = useMedia(({ access }) => access?.proxy.state === 'ready');
  const reason = useMedia(({ access }) => access?.substitute?.reason);
  if (!isReady || reason === undefined) return undefined;
  return (
    <Tooltip text={t('player.playsCopyText', { reason: t(reasonTexts[reason]) })}>
      <button type="button" className={styles.copyMark}>
        <CopyCheck aria-hidden />
        {t('player.playsCopy')}
      </button>
    </Tooltip>
  );
}

/** An element that leaves or enters the page is paused by the browser: it goes on where it was. */
function moveElement(element: HTMLMediaElement, move: () => void): void {
  const isPlaying = !element.paused;
  move();
  if (!isPlaying) return;
  setTimeout(() => {
    if (element.paused && element.getAttribute('src') !== null) {
      element.play().catch(() => undefined);
    }
  });
}

/** No picture has room for more. */
const mostSubtitleCharacters = 1000;

/** What is being said, as a subtitle. */
function SpokenText(): React.JSX.Element | undefined {
  const sentenceId = useSpoken((state) => state.sentenceId);
  const text = useDocument(({ project }) =>
    sentenceId === undefined
      ? undefined
      : project?.sentences.find(({ id }) => id === sentenceId)?.text,
  );
  if (text === undefined || text.trim() === '') return undefined;
  return (
    <div className={styles.subtitle} aria-hidden>
      <span className={styles.subtitleText}>{cutText(text, mostSubtitleCharacters)}</span>
    </div>
  );
}
