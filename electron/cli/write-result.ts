import type { TextForm } from '@core/formats/text-form';
import { printResult } from './print-result';
import { standardOutput } from './standard-output';
import { say, tell, type Terminal } from './terminal';
import { writeOutput } from './write-output';

/** Writes a whole file, or to standard output. @throws StudioError `output/*` */
export async function writeResult(
  path: string,
  bytes: Uint8Array,
  about: { readonly force: boolean; readonly isText: boolean; readonly form: TextForm },
  terminal: Terminal,
): Promise<void> {
  if (path !== standardOutput) {
    await writeOutput(path, bytes, { force: about.force, signal: terminal.signal });
    tell(terminal, say(terminal, 'cli.wrote', { path }));
  } else if (about.isText && about.form.label === 'utf-8') {
    printResult(terminal, Buffer.from(bytes).toString('utf8'));
  } else {
    printResult(terminal, Uint8Array.from(bytes));
  }
}
