import { formatTimecode } from '@core/timing/timecode';
import { sliderToZoom, timeToX, type Viewport, zoomToSlider } from '@core/waveform/viewport';
import { zoomAtAnchor } from '@core/waveform/zoom';
import { LocateFixed, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { IconButton } from '../../components/icon-button';
import { useCommands, useShortcuts } from '../../commands/commands-context';
import { useStudio, useTexts } from '../../state/studio-context';
import { describeLater } from './describe-later';
import { MinimapView } from './minimap-view';
import { listenToStage } from './stage-gestures';
import type { PeaksView } from './use-peaks';
import { WaveformNotice } from './waveform-notice';
import { WaveformView } from './waveform-view';
import styles from './waveform.module.css';

/** Parts of the stage's page that the drawing below React writes to. */
interface Parts {
  readonly view: WaveformView;
  readonly minimap: MinimapView;
}

export interface WaveformStageProps extends PeaksView {
  readonly durationMs: number;
}

/** Minimap, zoom and stage of one recording. */
export function WaveformStage({
  durationMs,
  peaks,
  hasError,
  retry,
}: WaveformStageProps): React.JSX.Element {
  const t = useTexts();
  const studio = useStudio();
  const commands = useCommands();
  const shortcutOf = useShortcuts();
  const [isPlayheadAway, setPlayheadAway] = useState(false);

  const stage = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLDivElement>(null);
  const sketch = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<HTMLCanvasElement>(null);
  const playhead = useRef<HTMLDivElement>(null);
  const spokenWord = useRef<HTMLDivElement>(null);
  const hover = useRef<HTMLDivElement>(null);
  const description = useRef<HTMLParagraphElement>(null);
  const overview = useRef<HTMLDivElement>(null);
  const overviewCanvas = useRef<HTMLCanvasElement>(null);
  const overviewFrame = useRef<HTMLDivElement>(null);
  const overviewPlayhead = useRef<HTMLDivElement>(null);
  const slider = useRef<HTMLInputElement>(null);
  const parts = useRef<Parts>(undefined);
  const descriptionId = useId();
  const wordHint = t('waveform.zoomInForWords');

  useEffect(() => {
    const made = createParts();
    let shown: Viewport | undefined;
    parts.current = made;
    const gestures = listenToStage({
      stage: stage.current!,
      parts: studio,
      view: made.view,
      onHover: showHover,
    });
    const described = describeLater(stage.current!, description.current!, () =>
      made.view.describe(t),
    );
    const endPeaks = peaks.listen((fromMs) => {
      made.view.invalidate(fromMs);
      made.minimap.invalidate();
    });
    const endSentences = studio.document.subscribe((state, before) => {
      if (state.project?.sentences !== before.project?.sentences) made.minimap.invalidate();
    });
    return () => {
      endPeaks();
      endSentences();
      gestures.end();
      described.end();
      made.minimap.destroy();
      made.view.destroy();
      parts.current = undefined;
    };

    function createParts(): Parts {
      const view = new WaveformView({
        parts: studio,
        elements: {
          stage: stage.current!,
          picture: picture.current!,
          sketch: sketch.current!,
          overlay: overlay.current!,
          playhead: playhead.current!,
          spokenWord: spokenWord.current!,
        },
        durationMs,
        store: peaks.store,
        wordHint,
        onLook: (pixelsPerSecond, beginMs, endMs) => peaks.want(pixelsPerSecond, beginMs, endMs),
        onMoved: (shown, positionMs) => showMoved(shown, positionMs),
      });
      const minimap = new MinimapView({
        elements: {
          root: overview.current!,
          canvas: overviewCanvas.current!,
          frame: overviewFrame.current!,
          playhead: overviewPlayhead.current!,
        },
        store: peaks.store,
        durationMs,
        getSentences: () => studio.document.getState().project?.sentences ?? [],
        getView: () => view.view,
        onMove: (next) => view.moveByHand(next),
      });
      return { view, minimap };
    }

    function showMoved(view: Viewport, positionMs: number): void {
      parts.current?.minimap.show(view, positionMs);
      if (view !== shown) gestures.refresh();
      described.refresh();
      shown = view;
      if (slider.current !== null) slider.current.value = String(zoomToSlider(view));
      const x = timeToX(view, positionMs);
      setPlayheadAway(x < 0 || x > view.widthPx);
    }

    function showHover(at: { readonly x: number; readonly timeMs: number } | undefined): void {
      const label = hover.current;
      if (label === null) return;
      label.hidden = at === undefined;
      if (at === undefined) return;
      label.textContent = formatTimecode(at.timeMs, '.');
      label.style.transform = `translateX(${at.x.toFixed(0)}px)`;
    }
  }, [studio, durationMs, peaks, wordHint, t]);

  const zoomBySlider = (share: number): void => {
    const view = parts.current?.view;
    if (view === undefined) return;
    const scale = sliderToZoom(share, durationMs, view.view.widthPx);
    view.moveByHand(zoomAtAnchor(view.view, scale, studio.player.positionMs));
  };

  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <div
          ref={overview}
          className={styles.overview}
          role="scrollbar"
          aria-label={t('waveform.overview')}
          aria-controls="waveform-stage"
          aria-orientation="horizontal"
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={0}
        >
          <canvas ref={overviewCanvas} className={styles.overviewCanvas} />
          <div ref={overviewPlayhead} className={styles.overviewPlayhead} />
          <div ref={overviewFrame} className={styles.overviewFrame} />
        </div>
        <div className={styles.zoom}>
          <IconButton
            label={t('command.view.zoomOut')}
            shortcut={shortcutOf('view.zoomOut')}
            icon={<ZoomOut />}
            onClick={() => commands.run('view.zoomOut')}
          />
          <input
            ref={slider}
            className={styles.slider}
            type="range"
            min={0}
            max={1}
            step={0.005}
            defaultValue={0}
            aria-label={t('waveform.zoom')}
            onChange={(event) => zoomBySlider(Number(event.target.value))}
          />
          <IconButton
            label={t('command.view.zoomIn')}
            shortcut={shortcutOf('view.zoomIn')}
            icon={<ZoomIn />}
            onClick={() => commands.run('view.zoomIn')}
          />
        </div>
      </div>
      <div
        ref={stage}
        id="waveform-stage"
        className={styles.stage}
        role="group"
        tabIndex={0}
        aria-label={t('waveform.stage')}
        aria-describedby={descriptionId}
      >
        <div ref={picture} className={styles.picture} />
        <canvas ref={sketch} className={styles.sketch} hidden />
        <canvas ref={overlay} className={styles.overlay} />
        <div ref={spokenWord} className={styles.spokenWord} data-spoken-word aria-hidden hidden />
        <div ref={playhead} className={styles.playhead} />
        <div ref={hover} className={styles.hover} aria-hidden hidden />
      </div>
      <p ref={description} id={descriptionId} className="visually-hidden" />
      <WaveformNotice
        hasReadError={hasError}
        durationMs={durationMs}
        onRetry={() => {
          retry();
          void studio.media.getState().reload();
        }}
      />
      {isPlayheadAway && (
        <button
          type="button"
          className={styles.back}
          onClick={() => {
            studio.session.getState().set({ isFollowing: true });
            parts.current?.view.showPlayhead();
          }}
        >
          <LocateFixed aria-hidden />
          {t('waveform.backToPlayhead')}
        </button>
      )}
    </div>
  );
}
