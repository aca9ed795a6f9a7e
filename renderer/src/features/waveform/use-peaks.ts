import type { PeakStore } from '@core/waveform/peak-store';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useMedia } from '../../state/studio-context';
import { createRangeReader, PeakReader } from './peak-reader';

/** The peaks of one recording, as far as they are here. */
export interface Peaks {
  readonly store: PeakStore;
  /** Asks for what a stretch of time is best drawn from. */
  readonly want: (pixelsPerSecond: number, beginMs: number, endMs: number) => void;
  /**
   * Hears that more is known, from a time on.
   * @returns a function that ends the subscription
   */
  readonly listen: (listener: (fromMs: number) => void) => () => void;
}

export interface PeaksView {
  readonly peaks: Peaks;
  /** They are there, but could not be read. */
  readonly hasError: boolean;
  /** Reads them from the beginning. */
  readonly retry: () => void;
}

/**
 * Reads the peaks of the project that is open or being opened, as they come: a long document may
 * still be under way then.
 */
export function usePeaks(): PeaksView {
  const url = useMedia(({ access }) => access?.peaks.url);
  const available = useMedia(({ access }) => access?.peaks);
  const [attempt, setAttempt] = useState(0);
  const [hasError, setError] = useState(false);

  const { peaks, reader, end } = useMemo(() => {
    const abort = new AbortController();
    const listeners = new Set<(fromMs: number) => void>();
    const made = new PeakReader({
      read: createRangeReader(url ?? '', abort.signal),
      onPeaks: (fromMs) => {
        setError(false);
        for (const listener of listeners) listener(fromMs);
      },
      onError: () => setError(true),
    });
    return {
      reader: made,
      peaks: {
        store: made.store,
        want: (...given: Parameters<Peaks['want']>) => made.want(...given),
        listen: (listener: (fromMs: number) => void) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
      end: () => {
        abort.abort();
        made.dispose();
      },
    };
    // A new attempt begins with nothing.
  }, [url, attempt]);
  useEffect(() => end, [end]);
  useEffect(() => {
    if (available !== undefined) reader.update(available);
  }, [available, reader]);

  const retry = useCallback(() => {
    setError(false);
    setAttempt((count) => count + 1);
  }, []);
  return { peaks, hasError, retry };
}
