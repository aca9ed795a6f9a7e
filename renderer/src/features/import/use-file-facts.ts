import type { SubtitleFacts } from '@contract/api';
import { nameEncoding } from '@core/encodings/name-encoding';
import { findFormat } from '@core/formats/registry';
import { useTexts } from '../../state/studio-context';

/** Says in a line what a subtitle file is: its format, its encoding, how much is in it. */
export function useFileFacts(): (file: SubtitleFacts) => string {
  const t = useTexts();
  return ({ format, encoding, cueCount }) => {
    // One of another version of the studio is its own name.
    const known = findFormat(format);
    const facts = [known === undefined ? format : t(known.name)];
    if (encoding !== undefined) {
      const label = nameEncoding(encoding.label);
      facts.push(encoding.hasMark ? t('import.encoding.mark', { label }) : label);
    }
    return [...facts, t('export.count.cues', { count: cueCount })].join(' · ');
  };
}
