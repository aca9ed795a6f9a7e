import { StudioError } from '@core/errors/studio-error';
import type { FormatDocument } from '@core/formats/format-document';
import type { WritableFormat } from '@core/formats/format';
import type { Loss } from '@core/formats/list-losses';
import { findWritableFormat } from '@core/formats/registry';
import { type ChosenForm, chooseForm, isOwnFile } from '@core/formats/text-form';
import type { DocumentSource } from '@core/records/document-properties';
import { encodeText } from './encode-text';

/** A document as the file that it came from is to be [FM87]. */
export interface WrittenBack {
  readonly format: WritableFormat;
  /** Or what the encoding lacks: `text/encoding-lacks`. */
  readonly bytes: Buffer | StudioError;
  readonly losses: readonly Loss[];
}

/**
 * Writes a document in the format of the file it was read from, and in its encoding, line ending and
 * mark as far as nobody chose others [FM87].
 * @throws StudioError `text/no-source` where it came from no file that can be written
 */
export function writeBack(
  document: FormatDocument & { readonly source?: DocumentSource },
  chosen: ChosenForm = {},
): WrittenBack {
  const { source } = document;
  const format = source === undefined ? undefined : findWritableFormat(source.format);
  if (format === undefined || !isOwnFile(source)) throw noSource();
  const { content, losses } = format.write(document);
  if (typeof content !== 'string') return { format, losses, bytes: toBuffer(content) };
  try {
    const bytes = toBuffer(encodeText(content, chooseForm(source, chosen)));
    return { format, losses, bytes };
  } catch (thrown) {
    const isLack = thrown instanceof StudioError && thrown.code === 'text/encoding-lacks';
    if (!isLack) throw thrown;
    return { format, losses, bytes: thrown };
  }
}

function toBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** The text came from no file that could be written. */
export function noSource(): StudioError {
  return new StudioError('text/no-source', 'the text came from no file');
}
