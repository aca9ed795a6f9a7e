import type { SubtitleFacts } from '@contract/api';
import { findFormat } from '@core/formats/registry';
import { useTexts } from '../../state/studio-context';
import { useFormTexts } from '../../state/use-form-text';

/** Says in a line what a subtitle file is: its format, its encoding, how much is in it. */
export function useFileFacts(): (file: SubtitleFacts) => string {
  const t = useTexts();
  const listForm = useFormTexts();
  return ({ format, encoding, lineEnding, cueCount }) => {
    // One of another version of the studio is its own name.
    const known = findFormat(format);
    const name = known === undefined ? format : t(known.name);
    const count = t('export.count.cues', { count: cueCount });
    return [name, ...listForm(encoding, lineEnding), count].join(' · ');
  };
}
