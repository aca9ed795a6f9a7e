import type { FileContent } from '@core/formats/format';
import type { Terminal } from './terminal';

/** Writes a result to standard output as it is: a transcript is never altered. */
export function printResult(terminal: Terminal, content: FileContent): void {
  if (typeof content === 'string') terminal.stdout.write(content);
  else terminal.stdout.writeBytes?.(content);
}
