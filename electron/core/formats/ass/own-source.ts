import type { Style } from '../../records/kinds/style-kind';
import type { FormatDocument } from '../format-document';
import { makeNameFilter } from '../make-name-filter';
import type { FileSection } from './parse-script';
import type { ScriptHeader } from './script-headers';
import { findVersion, type ScriptVersion } from './script-version';

/** What a document has of a script it was read from. */
export interface OwnSource {
  readonly version: ScriptVersion;
  readonly sections: readonly FileSection[];
  readonly headers: readonly ScriptHeader[];
  readonly styles: readonly Style[];
}

/** Finds which styles a cue may name: only a document of a script has styles in its file. */
export function makeStyleFilter({
  source,
  styles,
}: FormatDocument): (name: string | undefined) => string | undefined {
  const isOwn = findVersion(source?.format) !== undefined;
  return makeNameFilter(styles, (format) => isOwn && findVersion(format) !== undefined, isOwn);
}

/** Undefined for a document that was read from a file of another kind, or from none. */
export function findOwnSource({ source, styles = [] }: FormatDocument): OwnSource | undefined {
  const version = findVersion(source?.format);
  if (version === undefined) return undefined;
  return {
    version,
    sections: source?.sections ?? [],
    headers: source?.headers ?? [],
    styles: styles.filter(({ format }) => findVersion(format) !== undefined),
  };
}
