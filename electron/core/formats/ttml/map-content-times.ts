import type { Sentence } from '../../transcript/sentence';
import { cueSettings } from './cue-settings';

const tag = /<[^<>]*>/gu;
const time = /(\s(?:begin|end|dur)=")(\d{1,12})(?=ms")/gu;

/**
 * A sentence whose animations, which it keeps of a TTML file as content of its paragraph, are at other
 * times; any other as it is.
 * @param map of times in the recording
 */
export function mapContentTimes(sentence: Sentence, map: (timeMs: number) => number): Sentence {
  const { source, beginMs } = sentence;
  const content = source?.format === 'ttml' ? source.settings[cueSettings.content] : undefined;
  if (source === undefined || content === undefined) return sentence;
  // They count from the begin of the paragraph, in whole ms.
  const since = (fromBegin: string): number =>
    Math.round(map(beginMs + Number(fromBegin)) - map(beginMs));
  const mapped = content.replace(tag, (found) =>
    found.replace(time, (_all, name: string, value: string) => `${name}${since(value)}`),
  );
  if (mapped === content) return sentence;
  const settings = { ...source.settings, [cueSettings.content]: mapped };
  return { ...sentence, source: { ...source, settings } };
}
