import { asWritten, keepAsWritten } from '../as-written';
import type { FileCue } from '../build-document';
import { keepOrder, orderSettingName } from '../file-order';
import type { Sentence } from '../../transcript/sentence';
import { cleanLines, type TimedText } from '../timed-text';
import { type ParsedCue, parseVtt } from './parse-vtt';
import { formatCue } from './write-cue';

const format = 'vtt';
/**
 * The cue as a document has it, with its part of the file where it would be written otherwise.
 * @param order among the cues of its file, where sorting would change it
 */
export function keepCue(parsed: ParsedCue, isLast: boolean, order?: number): FileCue {
  const cue = keepBlock(parsed, isLast);
  return order === undefined ? cue : { ...cue, settings: { ...cue.settings, ...keepOrder(order) } };
}

function keepBlock({ cue, block }: ParsedCue, isLast: boolean): FileCue {
  if (block === undefined) return cue;
  const usual = `${formatCue(toTimedText(cue), {})}${isLast ? '' : '\n'}`;
  const kept = keepAsWritten(block, usual);
  return kept[asWritten] === undefined ? cue : { ...cue, settings: { ...cue.settings, ...kept } };
}

function toTimedText(cue: FileCue): TimedText {
  const { beginMs, text, speaker, region, settings } = cue;
  const endMs = Math.max(beginMs + 1, cue.endMs);
  const sentence: Sentence = {
    ...{ id: 'cue', beginMs, endMs, text, channel: 0, words: cue.words ?? [] },
    ...(speaker === undefined ? undefined : { speaker }),
    ...(region === undefined ? undefined : { region }),
    ...(settings === undefined ? undefined : { source: { format, settings } }),
  };
  return { beginMs, endMs, text: cleanLines(text), speaker, sentence };
}

/** Whether a part of a file still says what the cue says. */
export function isSameCue(block: string, { beginMs, endMs, sentence }: TimedText): boolean {
  const { cues, repairs } = parseVtt(`WEBVTT\n\n${block}`);
  const [only] = cues;
  if (cues.length !== 1 || repairs.length > 0 || only === undefined) return false;
  const { cue } = only;
  const kept = sentence.source?.settings ?? {};
  const { [asWritten]: _kept, [orderSettingName]: _order, ...settings } = kept;
  const { region, ...expected }: Record<string, string> =
    sentence.region === undefined ? settings : { ...settings, region: sentence.region };
  const { region: readRegion, ...read } = cue.settings ?? {};
  return (
    cue.beginMs === beginMs &&
    cue.endMs === endMs &&
    cue.text === sentence.text &&
    cue.speaker === sentence.speaker &&
    readRegion === region &&
    hasSameTimes(cue.words, sentence.words) &&
    JSON.stringify(read) === JSON.stringify(expected)
  );
}

/** Whether words that the text times are still said when it says. */
function hasSameTimes(read: FileCue['words'], words: Sentence['words']): boolean {
  return (
    read === undefined ||
    (read.length === words.length &&
      read.every(
        ({ beginMs, endMs }, index) =>
          beginMs === words[index]!.beginMs && endMs === words[index]!.endMs,
      ))
  );
}
