import { type ExitCode, exitCodes } from '@core/errors/error-codes';
import type { Studio } from '../../services/studio';
import type { ParsedArguments } from '../parse-arguments';
import { type Terminal, say, print, printJson } from '../terminal';

const marks = { ok: '✓', warning: '!', problem: '✗' } as const;

/** `zimu doctor`: what the product needs, what is there, and how to mend what is not. */
export async function doctor(
  studio: Studio,
  parsed: ParsedArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const findings = (await studio.diagnose()).map(({ fix, ...finding }) => ({
    ...finding,
    detail:
      'key' in finding.detail
        ? say(terminal, finding.detail.key, finding.detail.parameters)
        : finding.detail.text,
    ...(fix === undefined ? {} : { fix: say(terminal, fix) }),
  }));
  const isWell = findings.every(({ state }) => state !== 'problem');
  if (parsed.flags.has('json')) {
    printJson(terminal, { ok: isWell, checks: findings });
  } else {
    for (const { id, state, detail, fix } of findings) {
      print(terminal, `${marks[state]} ${say(terminal, `doctor.${id}`)}: ${detail}\n`);
      if (fix !== undefined) print(terminal, `    ${say(terminal, 'doctor.fix')} ${fix}\n`);
    }
    const verdict = say(terminal, isWell ? 'doctor.allWell' : 'doctor.notWell');
    print(terminal, `${verdict}\n`);
  }
  return isWell ? exitCodes.done : exitCodes.engine;
}
