import type { Look, TextRun } from './look';

/** A tag that stands around text of some look; `key` tells two of one name apart. */
export interface TagPair {
  readonly key: string;
  readonly open: string;
  readonly close: string;
}

/**
 * Text with tags around its runs, each opened once for as many runs as have it and closed in reverse
 * order.
 * @param listTags what stands around a run, the outermost first
 * @param escape of the characters themselves
 */
export function writeTags(
  runs: readonly TextRun[],
  listTags: (look: Look, run: TextRun) => readonly TagPair[],
  escape: (text: string, run: TextRun) => string = (text) => text,
): string {
  let open: readonly TagPair[] = [];
  let written = '';
  for (const run of runs) {
    const wanted = listTags(run.look, run);
    let common = 0;
    while (common < open.length && open[common]!.key === wanted[common]?.key) common++;
    for (const { close } of open.slice(common).toReversed()) written += close;
    for (const tag of wanted.slice(common)) written += tag.open;
    written += escape(run.text, run);
    open = wanted;
  }
  for (const { close } of open.toReversed()) written += close;
  return written;
}
