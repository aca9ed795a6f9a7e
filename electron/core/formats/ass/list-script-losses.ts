import type { FormatDocument } from '../format-document';
import { countSentences, type Loss } from '../list-losses';
import type { TimedTextOptions } from '../timed-text';
import { findScriptSettings } from './cue-line';
import { toField } from './event-line';
import { hasTimes } from './karaoke';
import { hasWordTimes } from '../../transcript/pending-words';
import { makeStyleFilter } from './own-source';
import { findVersion, type ScriptVersion } from './script-version';

/** What depends on where a document comes from and on the options [FM12] [FM37]. */
export function listScriptLosses(
  document: FormatDocument,
  { karaoke, words }: TimedTextOptions,
  version: ScriptVersion,
): readonly Loss[] {
  const { sentences, source, styles = [], regions = [] } = document;
  const isForeign = findVersion(source?.format) === undefined;
  const count = (isLost: (sentence: (typeof sentences)[number]) => boolean): number =>
    countSentences(sentences, isLost);
  const findStyle = makeStyleFilter(document);
  const lostStyles = new Set(
    [...styles.map(({ id }) => id), ...sentences.flatMap(({ style }) => style ?? [])].filter(
      (id) => findStyle(id) === undefined,
    ),
  );
  const keepsTimes = karaoke === true || words === true;
  return [
    {
      code: 'word-times',
      count: keepsTimes ? 0 : count((one) => hasWordTimes(one) && !hasTimes(one.text)),
    },
    { code: 'sections', count: isForeign ? (source?.sections?.length ?? 0) : 0 },
    { code: 'styles', count: lostStyles.size },
    { code: 'regions', count: regions.length },
    {
      code: 'layers',
      count: version.format === 'ssa' ? count((one) => hasLayer(findScriptSettings(one))) : 0,
    },
    {
      code: 'commas',
      count: count(
        ({ speaker, style }) =>
          (speaker !== undefined || style !== undefined) &&
          toField(`${speaker ?? ''}${style ?? ''}`) !== `${speaker ?? ''}${style ?? ''}`,
      ),
    },
  ].filter((loss) => loss.count > 0);
}

function hasLayer({ Layer }: Readonly<Record<string, string>>): boolean {
  return Layer !== undefined;
}
