import type { Repair, TranscriptFormat } from '@core/formats/format';
import { describeRepair } from '@core/formats/repairs';
import { say, tell, type Terminal } from './terminal';

/** Beyond this a person counts rather than reads. */
const shownRepairs = 20;

/** Tells what had to be mended in a file that was read: the line, what stood there, and what is now. */
export function reportRepairs(
  file: { readonly repairs: readonly Repair[]; readonly format: TranscriptFormat | undefined },
  terminal: Terminal,
): void {
  const { repairs, format } = file;
  for (const repair of repairs.slice(0, shownRepairs)) {
    const { line, before, after } = repair;
    const quoted = [before, after]
      .filter((text) => text !== undefined)
      .map((text) => JSON.stringify(text))
      .join(' → ');
    const what = say(terminal, describeRepair(repair, format));
    tell(terminal, say(terminal, 'cli.repair', { line, what }) + (quoted && ` ${quoted}`));
  }
  const more = repairs.length - shownRepairs;
  if (more > 0) tell(terminal, say(terminal, 'cli.moreRepairs', { count: more }));
}
