import { hasWordTimes } from '../../transcript/pending-words';
import type { FormatDocument } from '../format-document';
import type { Loss } from '../list-losses';
import { readLook } from '../markup/read-look';
import type { TimedText, TimedTextOptions } from '../timed-text';
import type { TimeWriter } from './write-times';

const format = 'ttml';

/** What TTML could hold, and does not for these options or because it is in another format's words. */
export function listTtmlLosses(
  { sentences, source, styles = [], regions = [] }: FormatDocument,
  cues: readonly TimedText[],
  times: TimeWriter,
  { words, karaoke, speakers }: TimedTextOptions,
): readonly Loss[] {
  const count = (isLost: (sentence: (typeof sentences)[number]) => boolean): number =>
    sentences.filter(isLost).length;
  const isForeign = (one: { readonly format: string }): boolean => one.format !== format;
  const hasNoTimes = words !== true && karaoke !== true;
  const losses: readonly Loss[] = [
    {
      code: 'word-times',
      count: hasNoTimes ? count(hasWordTimes) : 0,
    },
    {
      code: 'speakers',
      count: speakers === false ? count(({ speaker }) => speaker !== undefined) : 0,
    },
    {
      code: 'sections',
      count: source === undefined || source.format === format ? 0 : (source.sections?.length ?? 0),
    },
    { code: 'styles', count: styles.filter(isForeign).length },
    { code: 'regions', count: regions.filter(isForeign).length },
    { code: 'ttml-looks', count: count(({ text }) => text.includes('<') && hasUnsaid(text)) },
    {
      code: 'ttml-rounded',
      count: cues.filter(
        ({ beginMs, endMs }) => times.round(beginMs) !== beginMs || times.round(endMs) !== endMs,
      ).length,
    },
  ];
  return losses.filter((loss) => loss.count > 0);
}

/** Whether marks name a size or a class, for which TTML has no word that would mean the same. */
function hasUnsaid(text: string): boolean {
  return readLook(text).runs.some(
    ({ look }) => look.fontSize !== undefined || look.classes !== undefined,
  );
}
