import { buildDocument, type FileCue, findLineEnding, sortRepairs } from '../build-document';
import { keepAsWritten } from '../as-written';
import { StudioError } from '../../errors/studio-error';
import type { ReadFile, ReadHints, Repair } from '../format';
import { timeWords } from '../timed-words';
import { keepSections } from './arrange-sections';
import { findTimeMarks } from './karaoke';
import { formatCueLine, type LineCue } from './cue-line';
import { orderSetting } from './order-lines';
import { type FileSection, parseScript, type ScriptCue } from './parse-script';
import { formatScriptTime } from './script-time';
import { findSectionKind, type ScriptVersion } from './script-version';

/**
 * A script as a document [FM30].
 * @throws StudioError `text/unreadable` where it has no section and no event
 */
export function readScript(
  input: string,
  { language = 'und' }: ReadHints,
  version: ScriptVersion,
): Omit<ReadFile, 'encoding'> {
  const script = parseScript(input, version);
  const { headers, styles } = script;
  refuseOther(script.sections, script.cues.length);
  const repairs: Repair[] = [...script.repairs];
  const isArranged = isInOrder(script.cues, script.sections);
  const cues = script.cues.map((cue, index) => {
    noteRepairs(cue, repairs);
    return keepCue(cue, version, isArranged ? undefined : index);
  });
  const sections = keepSections(script.sections, headers, styles, version, cues.length > 0);
  const built = buildDocument(cues, {
    language,
    source: {
      ...{ format: version.format, lineEnding: findLineEnding(input), hasLines: true },
      ...{ headers, sections },
    },
    records: { styles },
    formatTime: formatScriptTime,
    allows: { order: true, blanks: true },
  });
  return { document: built.document, repairs: sortRepairs([...repairs, ...built.repairs]) };
}

function refuseOther(sections: readonly FileSection[], cues: number): void {
  const isScript = cues > 0 || sections.some(({ name }) => findSectionKind(name) !== 'other');
  if (isScript || sections.every(({ text }) => text.trim() === '')) return;
  throw new StudioError('text/unreadable', 'No script of SubStation Alpha', {
    data: { reason: 'no-script' },
  });
}

/**
 * Whether the lines of a file are in the order of time with nothing between them, so that it is written
 * back in this order without more.
 */
function isInOrder(cues: readonly ScriptCue[], sections: readonly FileSection[]): boolean {
  if (sections.some(({ afterCues = 0 }) => afterCues > 0)) return false;
  return cues.every(({ event }, index) => {
    const before = cues[index - 1]?.event;
    if (before === undefined) return true;
    const ahead = event.begin.timeMs - before.begin.timeMs;
    return ahead > 0 || (ahead === 0 && event.end.timeMs >= before.end.timeMs);
  });
}

function noteRepairs({ event, line }: ScriptCue, repairs: Repair[]): void {
  for (const { timeMs, isUsual } of [event.begin, event.end]) {
    if (timeMs < 0) repairs.push({ code: 'negative-time-raised', line });
    else if (!isUsual) {
      repairs.push({ code: 'time-rewritten', line, after: formatScriptTime(timeMs) });
    }
  }
}

/** The cue as a document has it, with what the format would write otherwise [FM14]. */
function keepCue(
  { event, line, block, columns }: ScriptCue,
  version: ScriptVersion,
  order: number | undefined,
): FileCue {
  const { begin, end, text, settings } = event;
  const beginMs = Math.max(0, begin.timeMs);
  const endMs = Math.max(0, end.timeMs);
  const speaker = event.speaker === '' ? undefined : event.speaker;
  const style = event.style === '' ? undefined : event.style;
  const said: LineCue = { beginMs, endMs, text, speaker, style, settings };
  const usual = `${formatCueLine(said, columns, version)}\n`;
  const isMended = !begin.isUsual || !end.isUsual;
  const written = isMended ? {} : keepAsWritten(block, usual);
  const kept = { ...settings, ...written, ...(order === undefined ? {} : orderSetting(order)) };
  const marks = findTimeMarks(text, beginMs);
  return {
    ...{ line, beginMs, endMs, text },
    ...(speaker === undefined ? undefined : { speaker }),
    ...(style === undefined ? undefined : { style }),
    ...(Object.keys(kept).length === 0 ? undefined : { settings: kept }),
    ...(marks.length === 0 ? undefined : { words: timeWords(text, { beginMs, endMs }, marks) }),
  };
}
