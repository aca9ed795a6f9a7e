import type { ReactNode } from 'react';
import { Splitter } from '../components/splitter';
import { Inspector } from '../features/inspector/inspector';
import { PlayerPanel } from '../features/player/player-panel';
import { TransportBar } from '../features/player/transport-bar';
import { SentenceTable } from '../features/table/sentence-table';
import { WaveformPanel } from '../features/waveform/waveform-panel';
import { useTexts } from '../state/studio-context';
import styles from './layout.module.css';
import { usePanelSize } from './use-panel-size';

export interface LayoutProps {
  readonly topBar: ReactNode;
  readonly side: ReactNode;
  readonly status: ReactNode;
}

/** The parts of the window with a project open, and the lines between them. */
export function Layout({ topBar, side, status }: LayoutProps): React.JSX.Element {
  const t = useTexts();
  const media = usePanelSize('media');
  const player = usePanelSize('player');
  const playerHeight = usePanelSize('playerHeight');
  const waveform = usePanelSize('waveform');
  return (
    <div className={styles.window}>
      {topBar}
      <div className={styles.upper}>
        {!media.isFolded && (
          <>
            <aside
              className={styles.side}
              style={{ width: media.size }}
              aria-label={t('app.region.media')}
            >
              {side}
            </aside>
            <Splitter label={t('app.resize.media')} orientation="vertical" {...media} />
          </>
        )}
        {!player.isFolded && (
          <>
            <div className={styles.middle} style={{ width: player.size }}>
              <section
                className={styles.player}
                style={{ height: playerHeight.size }}
                aria-label={t('app.region.player')}
              >
                <PlayerPanel />
              </section>
              <Splitter
                label={t('app.resize.playerHeight')}
                orientation="horizontal"
                {...playerHeight}
              />
              <section className={styles.inspector} aria-label={t('app.region.inspector')}>
                <Inspector />
              </section>
            </div>
            <Splitter label={t('app.resize.player')} orientation="vertical" {...player} />
          </>
        )}
        <main className={styles.table} aria-label={t('app.region.sentences')}>
          <SentenceTable />
        </main>
      </div>
      {!waveform.isFolded && (
        <>
          <Splitter
            label={t('app.resize.waveform')}
            orientation="horizontal"
            isReversed
            {...waveform}
          />
          <section
            className={styles.waveform}
            style={{ height: waveform.size }}
            aria-label={t('app.region.waveform')}
          >
            <WaveformPanel />
          </section>
        </>
      )}
      <footer className={styles.transport} aria-label={t('app.region.transport')}>
        <TransportBar />
        <div className={styles.status}>{status}</div>
      </footer>
    </div>
  );
}
