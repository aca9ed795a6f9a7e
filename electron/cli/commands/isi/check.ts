import type { CloudCheckStep } from '@contract/api';
import { type ExitCode, exitCodes } from '@core/errors/error-codes';
import type { Studio } from '../../../services/studio';
import { type ParsedArguments, usageError } from '../../parse-arguments';
import { explainError } from '../../report';
import { say, type Terminal, print, printJson } from '../../terminal';

const marks = { ok: '✓', failed: '✗', skipped: '–' } as const;

/** `zimu isi check`: tries the account step by step, each told as soon as it is done. */
export async function check(
  studio: Pick<Studio, 'checkCloud'>,
  parsed: ParsedArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  if (parsed.files.length > 0) {
    throw usageError(terminal, 'isi.takesNothing', { word: 'check' });
  }
  const isJson = parsed.flags.has('json');
  const steps = await studio.checkCloud(undefined, terminal.signal, (step) => {
    if (!isJson) print(terminal, formatStep(step, terminal));
  });
  const isWell = steps.every(({ state }) => state !== 'failed');
  if (isJson) {
    const described = steps.map(({ error, ...step }) => ({
      ...step,
      ...(error === undefined
        ? {}
        : { code: error.code, data: error.data, ...explainError(terminal, error) }),
    }));
    printJson(terminal, { ok: isWell, steps: described });
  } else {
    print(terminal, `${say(terminal, isWell ? 'isi.check.well' : 'isi.check.notWell')}\n`);
  }
  return isWell ? exitCodes.done : exitCodes.engine;
}

function formatStep({ id, state, error, aheadMs }: CloudCheckStep, terminal: Terminal): string {
  const name = say(terminal, `isi.check.${id}`);
  const seconds = Math.abs((aheadMs ?? 0) / 1000).toFixed(1);
  const detail =
    error !== undefined
      ? `[${error.code}] ${explainError(terminal, error).happened}`
      : state === 'skipped'
        ? say(terminal, 'isi.check.skipped')
        : aheadMs === undefined
          ? say(terminal, 'isi.check.ok')
          : say(terminal, 'isi.check.offBy', { seconds });
  const line = `${marks[state]} ${say(terminal, 'cli.about', { path: name, text: detail })}\n`;
  if (error === undefined) return line;
  const { next } = explainError(terminal, error);
  return `${line}    ${say(terminal, 'cli.next')} ${next}\n`;
}
