import type { Sentence } from '../../transcript/sentence';
import { layoutSettings } from '../as-written';
import { writeScriptText } from '../markup/ass-dialect';
import type { KeypadPlace } from '../markup/look';
import { toOldAlignment } from './convert-style';
import {
  type EventColumns,
  formatEvent,
  noSettings,
  parseEvent,
  type ScriptEvent,
  toField,
  usualStyle,
} from './event-line';
import { formatHundredths } from './script-time';
import { findVersion, type ScriptVersion } from './script-version';

/** What one line of a script is made of. */
export interface LineCue {
  readonly beginMs: number;
  readonly endMs: number;
  readonly text: string;
  readonly speaker: string | undefined;
  readonly style: string | undefined;
  /** Of the other columns, by their names. */
  readonly settings: Readonly<Record<string, string>>;
}

/** What a sentence keeps of a script of either version. */
export function findScriptSettings({ source }: Sentence): Readonly<Record<string, string>> {
  return findVersion(source?.format) === undefined ? noSettings : source!.settings;
}

/** The line of a cue as the format has it, without its end [FM30]. */
export function formatCueLine(cue: LineCue, columns: EventColumns, version: ScriptVersion): string {
  const begin = Math.max(0, Math.round(cue.beginMs / 10));
  const end = Math.max(begin + 1, Math.round(cue.endMs / 10));
  return formatEvent(
    'Dialogue',
    {
      begin: formatHundredths(begin),
      end: formatHundredths(end),
      style: cue.style === undefined ? usualStyle : toField(cue.style),
      speaker: cue.speaker === undefined ? '' : toField(cue.speaker),
      settings: cue.settings,
      text: formatCueText(cue, version),
    },
    columns,
  );
}

/** The text of a cue as an event has it. */
export function formatCueText(
  cue: Pick<LineCue, 'text' | 'beginMs' | 'endMs'>,
  { format }: ScriptVersion,
): string {
  return writeScriptText(cue.text, cue, format === 'ass' ? formatPlace : formatOldPlace);
}

const formatPlace = (place: KeypadPlace): string => `\\an${place}`;
const formatOldPlace = (place: KeypadPlace): string => `\\a${toOldAlignment(place)}`;

const dialogue = /^\s*dialogue\s*:/iu;

/** Whether a line of a script still says what a cue says. */
export function saysSame(
  line: string,
  cue: LineCue,
  columns: EventColumns,
  softBreak: ' ' | '\n',
): boolean {
  const head = dialogue.exec(line)?.[0].length;
  const event = head === undefined ? undefined : parseEvent(line, head, columns, softBreak);
  return event !== undefined && isSame(event, cue);
}

function isSame(event: ScriptEvent, cue: LineCue): boolean {
  return (
    event.beginMs === cue.beginMs &&
    event.endMs === cue.endMs &&
    event.text === cue.text &&
    event.speaker === (cue.speaker ?? '') &&
    event.style === (cue.style ?? '') &&
    hasSame(event.settings, cue.settings)
  );
}

function hasSame(
  read: Readonly<Record<string, string>>,
  kept: Readonly<Record<string, string>>,
): boolean {
  const names = Object.keys(kept).filter((name) => !layoutSettings.has(name));
  return (
    names.length === Object.keys(read).length && names.every((name) => kept[name] === read[name])
  );
}
