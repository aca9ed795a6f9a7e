import { buildInSteps, type FileCue, findLineEnding, sortRepairs } from '../build-document';
import { keepAsWritten } from '../as-written';
import { isInOrder, keepOrder } from '../file-order';
import { StudioError } from '../../errors/studio-error';
import type { Steps } from '../../steps';
import type { ReadFile, ReadHints, Repair } from '../format';
import { timeWords } from '../timed-words';
import { keepSections } from './arrange-sections';
import { findTimeMarks } from './karaoke';
import { formatCueLine, formatCueText, type LineCue } from './cue-line';
import { noSettings, type ScriptEvent } from './event-line';
import { type FileSection, parseScript, type ScriptCue } from './parse-script';
import { formatScriptTime } from './script-time';
import { findSectionKind, type ScriptVersion } from './script-version';
import { isUsualText } from './usual-text';

/**
 * A script as a document [FM30].
 * @throws StudioError `text/unreadable` where it has no section and no event
 */
export function* readScript(
  input: string,
  { language = 'und' }: ReadHints,
  version: ScriptVersion,
): Steps<Omit<ReadFile, 'encoding'>> {
  const script = parseScript(input, version);
  const { headers, styles } = script;
  refuseOther(script.sections, script.cues.length);
  const repairs: Repair[] = [...script.repairs];
  const isArranged = isPlain(script.cues, script.sections);
  const cues = script.cues.map((cue, index) => {
    noteRepairs(cue, repairs);
    return keepCue(cue, version, isArranged ? undefined : index);
  });
  const sections = keepSections(script.sections, headers, styles, version, cues.length > 0);
  const built = yield* buildInSteps(cues, {
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

/** Whether a file is in the order of time with nothing between its events, so that nothing has to be kept. */
function isPlain(cues: readonly ScriptCue[], sections: readonly FileSection[]): boolean {
  if (sections.some(({ afterCues = 0 }) => afterCues > 0)) return false;
  return isInOrder(cues.map(({ event }) => event));
}

function noteRepairs({ event, line, text: before }: ScriptCue, repairs: Repair[]): void {
  const { beginMs, endMs } = event;
  if (beginMs < 0 || endMs < 0) repairs.push({ code: 'negative-time-raised', line, before });
  if (event.areTimesUsual) return;
  const after = `${formatScriptTime(beginMs)},${formatScriptTime(endMs)}`;
  repairs.push({ code: 'time-rewritten', line, before, after });
}

function isMended({ beginMs, endMs, areTimesUsual }: ScriptEvent): boolean {
  return !areTimesUsual || beginMs < 0 || endMs < 0;
}

type Draft = { -readonly [Name in keyof FileCue]: FileCue[Name] };

/** The cue as a document has it, with what the format would write otherwise [FM14]. */
function keepCue(cue: ScriptCue, version: ScriptVersion, order: number | undefined): FileCue {
  const { event, line } = cue;
  const beginMs = Math.max(0, event.beginMs);
  const endMs = Math.max(0, event.endMs);
  const { text, speaker, style } = event;
  const settings = keepSettings(cue, version, order);
  const marks = findTimeMarks(text, beginMs);
  const kept: Draft = { line, beginMs, endMs, text };
  if (speaker !== '') kept.speaker = speaker;
  if (style !== '') kept.style = style;
  if (settings !== noSettings) kept.settings = settings;
  if (marks.length > 0) kept.words = timeWords(text, { beginMs, endMs }, marks);
  return kept;
}

function keepSettings(
  { event, text, tail, columns }: ScriptCue,
  version: ScriptVersion,
  order: number | undefined,
): Readonly<Record<string, string>> {
  const { settings } = event;
  const isAsWritten =
    event.isUsual &&
    tail === '\n' &&
    text.startsWith(usualHead) &&
    (isUsualText(event.rawText, true) || formatCueText(event, version) === event.rawText);
  const written =
    isAsWritten || isMended(event)
      ? noSettings
      : keepAsWritten(text + tail, `${formatCueLine(toLine(event), columns, version)}\n`);
  if (written === noSettings && order === undefined) return settings;
  return { ...settings, ...written, ...(order === undefined ? noSettings : keepOrder(order)) };
}

const usualHead = 'Dialogue: ';

function toLine(event: ScriptEvent): LineCue {
  const { beginMs, endMs, text, settings, speaker, style } = event;
  return {
    beginMs,
    endMs,
    text,
    speaker: speaker === '' ? undefined : speaker,
    style: style === '' ? undefined : style,
    settings,
  };
}
