import { readLook } from './read-look';
import type { StyledText } from './look';
import { type MarkupPiece, parseMarkup } from './parse-markup';

/** How a format writes look and place within the text of a cue. */
export interface MarkupDialect {
  /** Whether a mark is the format's own and stays as it is. */
  readonly owns: (mark: Exclude<MarkupPiece, { kind: 'text' }>) => boolean;
  /** Whether a text is surely written as it is; what takes long to look at in full. */
  readonly isPlain?: (text: string) => boolean;
  /** Characters as the format has them; by default as they are. */
  readonly escape?: (characters: string) => string;
  /** Text whose marks are those of another format. */
  readonly write: (styled: StyledText) => string;
}

/**
 * A cue's text in a format's own marks: as it is where all of them are the format's own, so that what
 * was read is written back; else by what they mean.
 */
export function writeMarkup(text: string, dialect: MarkupDialect): string {
  const { owns, escape = (characters) => characters, write } = dialect;
  if (!text.includes('<') && !text.includes('{')) return escape(text);
  if (dialect.isPlain?.(text) === true) return text;
  const pieces = parseMarkup(text);
  return pieces.every((piece) => piece.kind === 'text' || owns(piece))
    ? pieces.map((piece) => (piece.kind === 'text' ? escape(piece.raw) : piece.raw)).join('')
    : write(readLook(text));
}
