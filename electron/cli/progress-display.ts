import { describeError } from '@core/messages/catalogue';
import type { StudioError } from '@core/errors/studio-error';
import { formatClock } from '@core/timing/format-clock';
import type { JobProgress } from '../services/jobs/transcribe-recording';
import { type Terminal, say, tell } from './terminal';

/** Shows how a job gets on: a bar for a person at a terminal, JSON lines for a program. */
export interface ProgressDisplay {
  begin(path: string): void;
  update(progress: JobProgress): void;
  /** Takes the bar off the screen, so that other lines can follow. */
  end(): void;
  done(path: string, output: string): void;
  failed(path: string, error: StudioError): void;
}

const barWidth = 24;
const redrawEveryMs = 100;

/** The display for this terminal; without a terminal and without `--json-progress` it is silent. */
export function createProgressDisplay(
  terminal: Terminal,
  { json }: { readonly json: boolean },
): ProgressDisplay {
  if (json) return createJsonDisplay(terminal);
  return terminal.stderr.isTTY === true ? createBar(terminal) : createSilentDisplay();
}

function createSilentDisplay(): ProgressDisplay {
  return {
    begin: () => undefined,
    update: () => undefined,
    end: () => undefined,
    done: () => undefined,
    failed: () => undefined,
  };
}

function createJsonDisplay(terminal: Terminal): ProgressDisplay {
  let path = '';
  let beganMs = 0;
  const emit = (event: Readonly<Record<string, unknown>>): void =>
    tell(terminal, JSON.stringify(event));
  return {
    begin(file) {
      path = file;
      beganMs = performance.now();
      emit({ type: 'begin', path });
    },
    update({ stage, fraction, sentences, notices }) {
      const elapsedMs = Math.round(performance.now() - beganMs);
      emit({ type: 'progress', path, stage, fraction: Number(fraction.toFixed(4)), elapsedMs });
      for (const sentence of sentences) emit({ type: 'sentence', path, sentence });
      for (const notice of notices) emit({ type: 'notice', path, ...notice });
    },
    end: () => undefined,
    done: (file, output) => emit({ type: 'done', path: file, output }),
    failed(file, error) {
      const text = describeError(terminal.locale, error);
      emit({ type: 'error', path: file, code: error.code, data: error.data, ...text });
    },
  };
}

function createBar(terminal: Terminal): ProgressDisplay {
  let beganMs = 0;
  let drawnMs = -Infinity;
  const clear = (): void => {
    terminal.stderr.write('\r\u001b[2K');
  };
  return {
    ...createSilentDisplay(),
    begin() {
      beganMs = performance.now();
      drawnMs = -Infinity;
    },
    update({ stage, fraction }) {
      const nowMs = performance.now();
      if (nowMs - drawnMs < redrawEveryMs && fraction < 1) return;
      drawnMs = nowMs;
      const filled = Math.round(fraction * barWidth);
      const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled);
      const percent = `${Math.floor(fraction * 100)}`.padStart(3);
      const line = `${bar} ${percent} %  ${say(terminal, `stage.${stage}`)}  ${timing(nowMs - beganMs, fraction)}`;
      clear();
      // A line that wraps cannot be cleared, so what does not fit is left out.
      terminal.stderr.write(line.slice(0, Math.max(20, (terminal.stderr.columns ?? 80) - 1)));
    },
    end: clear,
  };

  function timing(elapsedMs: number, fraction: number): string {
    if (fraction < 0.02) return '';
    return say(terminal, 'cli.elapsed', {
      elapsed: formatClock(Math.round(elapsedMs)),
      remaining: formatClock(Math.round((elapsedMs * (1 - fraction)) / fraction)),
    });
  }
}
