import type { FileToSave } from '@contract/api';
import type { StudioClient } from '@contract/client';
import type { FileContent } from '@core/formats/format';
import { toBase64 } from '../../lib/download';

/** A file of an export. */
export interface ExportedFile {
  readonly name: string;
  readonly content: FileContent;
  readonly mediaType: string | undefined;
}

/**
 * Asks for a place and writes a file there.
 * @returns where it lies; nothing where a person thought better of it
 * @throws StudioError `output/*`
 */
export async function saveOne(
  client: StudioClient,
  file: ExportedFile,
): Promise<string | undefined> {
  const { name: suggestedName, ...content } = toFileToSave(file);
  const { savedAs } = await client.call('files.saveText', { suggestedName, ...content });
  return savedAs;
}

/**
 * Asks for a folder and writes files there; where some of them are there already, a person is asked once.
 * @param confirm asks whether the files of these names may be replaced
 * @returns where they lie; nothing where a person thought better of it, and nothing was written
 * @throws StudioError `output/*`
 */
export async function saveIntoFolder(
  client: StudioClient,
  files: readonly ExportedFile[],
  confirm: (existing: readonly string[]) => Promise<boolean>,
): Promise<string | undefined> {
  const { folder } = await client.call('files.chooseSaveFolder', {});
  if (folder === undefined) return undefined;
  const asked = { folderId: folder.id, files: files.map(toFileToSave) };
  const first = await client.call('files.saveInto', asked);
  if ('savedAs' in first) return first.savedAs;
  if (!(await confirm(first.existing))) return undefined;
  const again = await client.call('files.saveInto', { ...asked, isConfirmed: true });
  return 'savedAs' in again ? again.savedAs : undefined;
}

function toFileToSave({ name, content }: ExportedFile): FileToSave {
  return typeof content === 'string'
    ? { name, text: content }
    : { name, base64: toBase64(content) };
}
