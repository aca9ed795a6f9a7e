import { StudioError } from '@core/errors/studio-error';
import type { FormatDocument } from '@core/formats/format-document';
import type { WritableFormat } from '@core/formats/format';
import type { Loss } from '@core/formats/list-losses';
import { findWritableFormat } from '@core/formats/registry';
import { findOwnForm } from '@core/formats/text-form';
import type { DocumentSource } from '@core/records/document-properties';
import { encodeText } from './encode-text';

/** A document as the file that it came from is to be [FM87]. */
export interface WrittenBack {
  readonly format: WritableFormat;
  readonly bytes: Buffer;
  readonly losses: readonly Loss[];
}

/**
 * Writes a document in the format, encoding, line ending and mark of the file it was read from [FM87].
 * @throws StudioError `text/no-source` where it came from no file that can be written,
 *   `text/encoding-lacks`
 */
export function writeBack(
  document: FormatDocument & { readonly source?: DocumentSource },
): WrittenBack {
  const { source } = document;
  const format = source === undefined ? undefined : findWritableFormat(source.format);
  // Of the result of a recogniser its reader says nothing, and our own would be another file.
  const isKnown = source?.hasLines === true || source?.lineEnding !== undefined;
  if (source === undefined || format === undefined || !isKnown) throw noSource();
  const { content, losses } = format.write(document);
  const bytes = typeof content === 'string' ? encodeText(content, findOwnForm(source)) : content;
  return { format, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), losses };
}

/** The text came from no file that could be written. */
export function noSource(): StudioError {
  return new StudioError('text/no-source', 'the text came from no file');
}
