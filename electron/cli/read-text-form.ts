import { nameEncoding } from '@core/encodings/name-encoding';
import { encodingLabels } from '@core/encodings/text-encodings';
import type { FileContent } from '@core/formats/format';
import { isUsuallyMarked, lineEndings, type TextForm, usualForm } from '@core/formats/text-form';
import { findEncoding } from '../services/formats/decode-bytes';
import { encodeText } from '../services/formats/encode-text';
import { type ParsedArguments, readChoice, usageError } from './parse-arguments';
import type { Terminal } from './terminal';

/** What was asked for of how a text lies on the disk. */
export interface AskedForm {
  readonly label: string | undefined;
  readonly lineEnding: TextForm['lineEnding'];
  readonly hasMark: true | undefined;
}

/** The encoding that an option names; undefined where nothing was asked for, or `auto`. */
export function readEncodingName(
  { values }: Pick<ParsedArguments, 'values'>,
  option: string,
  terminal: Terminal,
): string | undefined {
  const asked = values[option];
  if (asked === undefined || asked.toLowerCase() === 'auto') return undefined;
  const label = findEncoding(asked);
  if (label !== undefined) return label;
  const choices = encodingLabels.map(nameEncoding).join(', ');
  throw usageError(terminal, 'cli.badChoice', { option: `--${option}`, choices });
}

/** @throws StudioError `usage/invalid`, also for a mark of an encoding that has none */
export function readAskedForm(parsed: ParsedArguments, terminal: Terminal): AskedForm {
  const label = readEncodingName(parsed, 'encoding', terminal);
  // What can be read in more encodings than anybody writes is refused before any work.
  if (label !== undefined && !encodingLabels.includes(label)) {
    const choices = encodingLabels.map(nameEncoding).join(', ');
    throw usageError(terminal, 'cli.badChoice', { option: '--encoding', choices });
  }
  const asked = parsed.values['line-ending'];
  const lineEnding =
    asked === undefined ? undefined : readChoice(terminal, 'line-ending', asked, lineEndings);
  const hasMark = parsed.flags.has('bom') || undefined;
  if (hasMark === true && label !== undefined && !label.startsWith('utf-')) {
    throw usageError(terminal, 'cli.noMark', { encoding: nameEncoding(label) });
  }
  return { label, lineEnding, hasMark };
}

/**
 * How a text is written: as asked for, else as its own file was where that is kept, else as usual.
 * @param own of the file it was read from
 */
export function chooseForm(asked: AskedForm, own: TextForm = usualForm): TextForm {
  const base =
    asked.label === undefined
      ? own
      : { label: asked.label, hasMark: isUsuallyMarked(asked.label), lineEnding: own.lineEnding };
  return {
    label: base.label,
    hasMark: asked.hasMark ?? base.hasMark,
    lineEnding: asked.lineEnding ?? base.lineEnding,
  };
}

/** The bytes of what a format wrote. @throws StudioError `text/encoding-lacks` */
export function toBytes(content: FileContent, form: TextForm): Uint8Array {
  return typeof content === 'string' ? encodeText(content, form) : content;
}
