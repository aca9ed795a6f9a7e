import type { CueSource, Sentence } from '../transcript/sentence';
import { orderSettingName } from './file-order';
import { cleanLines, type TimedText } from './timed-text';

/** The setting of a cue [RK15] that holds its part of the file word for word. */
export const asWritten = 'asWritten';
/** What a cue keeps only so that its file is written back as it stood; without it nothing is missing. */
export const layoutSettings: ReadonlySet<string> = new Set([
  ...[asWritten, 'number', 'identifier', orderSettingName],
]);

/**
 * What a cue keeps of its file [FM14]: its part of it, where the format would write it otherwise.
 * @param block of the file, with line feeds
 * @param usual what the format writes for the same cue at the same place
 */
export function keepAsWritten(block: string, usual: string): { readonly asWritten?: string } {
  return block === usual ? {} : { [asWritten]: block };
}

/** The part of a file of this format that a cue was read from, where it was kept and has its lines. */
export function findAsWritten(
  { sentence, word, text }: Pick<TimedText, 'sentence' | 'word'> & Partial<Pick<TimedText, 'text'>>,
  format: CueSource['format'],
): string | undefined {
  const kept = word === undefined ? readSetting(sentence.source, format, asWritten) : undefined;
  if (kept === undefined || text === undefined) return kept;
  return text === cleanLines(sentence.text) ? kept : undefined;
}

/** A cue that is written anew, whatever its file had. */
export function dropAsWritten(sentence: Sentence): Sentence {
  const { source } = sentence;
  if (source?.settings[asWritten] === undefined) return sentence;
  const { [asWritten]: _dropped, ...settings } = source.settings;
  return { ...sentence, source: { ...source, settings } };
}

/** What only a format knows of a cue, by its own name for it. */
export function readSetting(
  source: CueSource | undefined,
  format: CueSource['format'],
  name: string,
): string | undefined {
  return source?.format === format ? source.settings[name] : undefined;
}

/** Whether a cue has settings that say something only to another format than this. */
export function hasForeignSettings(source: CueSource | undefined, format: string): boolean {
  return (
    source !== undefined &&
    source.format !== format &&
    Object.keys(source.settings).some((name) => !layoutSettings.has(name))
  );
}
