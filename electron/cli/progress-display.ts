import { describeError } from '@contract/describe-error';
import { nameEncoding } from '@core/encodings/name-encoding';
import { escapeJson } from '@core/messages/show-harmless';
import type { StudioError } from '@core/errors/studio-error';
import { formatClock } from '@core/timing/format-clock';
import type { AlignmentText } from '../services/jobs/read-alignment-text';
import type { RecordingEvent } from '../services/jobs/transcribe-recording';
import { type Terminal, say, tell } from './terminal';

/**
 * Shows how the recordings of one command get on, several at a time: a bar for a person at a
 * terminal, JSON lines for a program, nothing for anyone else.
 */
export interface ProgressDisplay {
  /** The terminal to write lines to while the display is up: a line first takes the bar away. */
  readonly terminal: Terminal;
  begin(path: string): void;
  /** A text that was given: what it is, which a person is told where it is no plain UTF-8. */
  readText(path: string, text: Pick<AlignmentText, 'encoding' | 'format'>): void;
  /** What of it is not said in the recording, sentence by sentence. */
  leftOut(path: string, texts: readonly string[]): void;
  report(path: string, event: RecordingEvent): void;
  done(path: string, output: string): void;
  failed(path: string, error: StudioError): void;
  /** Takes the bar off the screen for good. */
  end(): void;
}

const barWidth = 24;
const redrawEveryMs = 100;

/** @param options.count how many recordings there are in all */
export function createProgressDisplay(
  terminal: Terminal,
  options: { readonly json: boolean; readonly count: number },
): ProgressDisplay {
  if (options.json) return createJsonDisplay(terminal);
  if (terminal.stderr.isTTY === true) return createBar(terminal, options.count);
  const nothing = (): void => undefined;
  return {
    terminal,
    ...tellOfText(terminal),
    begin: nothing,
    report: nothing,
    done: nothing,
    failed: nothing,
    end: nothing,
  };
}

/** The same lines for whoever reads them. */
function tellOfText(terminal: Terminal): Pick<ProgressDisplay, 'readText' | 'leftOut'> {
  return {
    readText(path, { encoding }) {
      if (encoding === undefined || encoding.label === 'utf-8') return;
      const label = nameEncoding(encoding.label);
      tell(terminal, say(terminal, 'cli.readAs', { path, encoding: label }));
    },
    leftOut(_path, texts) {
      if (texts.length === 0) return;
      tell(terminal, say(terminal, 'cli.unspoken', { count: texts.length }));
      for (const text of texts) tell(terminal, `  ${text.replace(/\s+/gu, ' ')}`);
    },
  };
}

function createJsonDisplay(terminal: Terminal): ProgressDisplay {
  const beganMs = new Map<string, number>();
  const emit = (event: Readonly<Record<string, unknown>>): void =>
    tell(terminal, escapeJson(JSON.stringify(event)));
  const describe = (error: StudioError) => ({
    code: error.code,
    data: error.data,
    ...describeError(terminal.locale, error),
  });
  return {
    terminal,
    begin(path) {
      beganMs.set(path, performance.now());
      emit({ type: 'begin', path });
    },
    report(path, event) {
      switch (event.kind) {
        case 'progress': {
          const { stage, fraction, sentences, notices } = event;
          const elapsedMs = Math.round(
            performance.now() - (beganMs.get(path) ?? performance.now()),
          );
          emit({ type: 'progress', path, stage, fraction: Number(fraction.toFixed(4)), elapsedMs });
          for (const sentence of sentences) emit({ type: 'sentence', path, sentence });
          for (const notice of notices) emit({ type: 'notice', path, ...notice });
          return;
        }
        case 'channels':
          emit({ type: 'channels', path, ...event.decision });
          return;
        case 'task': {
          const { taskId, submittedAtMs, isKept } = event.task;
          const since = submittedAtMs === undefined ? undefined : new Date(submittedAtMs);
          const at = since === undefined ? {} : { submittedAt: since.toISOString() };
          emit({ type: 'task', path, taskId, isKept, ...at });
          return;
        }
        case 'retrying':
          emit({ type: 'retry', path, ...describe(event.error) });
          return;
        case 'remark':
          emit({ type: 'remark', path, ...describe(event.error) });
      }
    },
    readText: (path, { encoding, format }) =>
      emit({ type: 'text', path, encoding: encoding?.label, format: format?.id }),
    leftOut(path, texts) {
      for (const text of texts) emit({ type: 'unspoken', path, text });
    },
    done: (path, output) => emit({ type: 'done', path, output }),
    failed: (path, error) => emit({ type: 'error', path, ...describe(error) }),
    end: () => undefined,
  };
}

function createBar(terminal: Terminal, count: number): ProgressDisplay {
  const beganMs = performance.now();
  const fractions = new Map<string, number>();
  let drawnMs = -Infinity;
  let isShown = false;
  const clear = (): void => {
    if (isShown) terminal.stderr.write('\r\u001b[2K');
    isShown = false;
  };
  const finish = (path: string): void => {
    fractions.set(path, 1);
    clear();
  };
  const ownTerminal: Terminal = {
    ...terminal,
    stderr: {
      write(text) {
        clear();
        terminal.stderr.write(text);
      },
    },
  };
  return {
    terminal: ownTerminal,
    ...tellOfText(ownTerminal),
    begin: (path) => void fractions.set(path, 0),
    report(path, event) {
      if (event.kind !== 'progress') return;
      const { stage, fraction } = event;
      fractions.set(path, fraction);
      const nowMs = performance.now();
      if (nowMs - drawnMs < redrawEveryMs) return;
      drawnMs = nowMs;
      const overall = [...fractions.values()].reduce((sum, part) => sum + part, 0) / count;
      const filled = Math.round(overall * barWidth);
      const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled);
      const percent = `${Math.floor(overall * 100)}`.padStart(3);
      const line = `${bar} ${percent} %  ${say(terminal, `stage.${stage}`)}  ${timing(nowMs - beganMs, overall)}`;
      clear();
      // A line that wraps cannot be cleared, so what does not fit is left out.
      terminal.stderr.write(line.slice(0, Math.max(20, (terminal.stderr.columns ?? 80) - 1)));
      isShown = true;
    },
    done: finish,
    failed: finish,
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
