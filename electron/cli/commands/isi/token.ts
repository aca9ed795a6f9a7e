import { type ExitCode, exitCodes } from '@core/errors/error-codes';
import type { Studio } from '../../../services/studio';
import { type ParsedArguments, usageError } from '../../parse-arguments';
import { say, tell, type Terminal, print, printJson } from '../../terminal';

/** Characters of a token that are shown at either end; it has 32. */
const shownEnds = 4;
const minuteMs = 60_000;

/**
 * `zimu isi token`: makes a token with the AccessKey and says until when it is good. The token
 * itself is as secret as a password, so that only `--show` prints it, to standard output alone.
 */
export async function token(
  studio: Studio,
  parsed: ParsedArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  if (parsed.files.length > 0) {
    throw usageError(terminal, 'isi.takesNothing', { word: 'token' });
  }
  const made = await studio.createToken(terminal.signal);
  const { id, expiresAtMs, userId } = made;
  const isShown = parsed.flags.has('show');
  const expires = new Date(expiresAtMs);
  const shown = isShown ? id : `${id.slice(0, shownEnds)}…${id.slice(-shownEnds)}`;
  if (parsed.flags.has('json')) {
    const found = { token: shown, expiresAt: expires.toISOString(), userId: userId ?? null };
    printJson(terminal, found);
    return exitCodes.done;
  }
  const minutes = Math.max(0, Math.floor((expiresAtMs - Date.now()) / minuteMs));
  const lines = [
    ...(isShown ? [] : [say(terminal, 'isi.token.made', { token: shown })]),
    say(terminal, 'isi.token.expires', {
      time: expires.toISOString().replace(/\.\d+Z$/, 'Z'),
      hours: Math.floor(minutes / 60),
      minutes: minutes % 60,
    }),
    ...(userId === undefined ? [] : [say(terminal, 'isi.token.account', { userId })]),
  ];
  if (isShown) {
    print(terminal, `${id}\n`);
    for (const line of lines) tell(terminal, line);
  } else {
    for (const line of lines) print(terminal, `${line}\n`);
  }
  return exitCodes.done;
}
