import type { FileGrant, FilePurpose } from '@contract/api';
import { fileExtensions, findFileKind } from '@contract/file-kinds';
import type { Connection } from '../client/connection';
import type { NamedFile } from '@contract/pair-files';

/** A file that is to be brought in. */
export interface Source extends NamedFile {
  /** Hands it to the services. @returns the id of its grant */
  readonly grant: (signal: AbortSignal, onProgress: (fraction: number) => void) => Promise<string>;
}

/** Files that were dropped or picked. */
export function listFileSources(connection: Connection, files: readonly File[]): readonly Source[] {
  return files.map((file) => ({
    name: file.name,
    kind: findFileKind(file.name),
    grant: async (signal, onProgress) => {
      const [granted] = await connection.grantFiles([file], { signal, onProgress });
      return granted!.id;
    },
  }));
}

/** Files that the services know already. */
export function listGrantSources(
  grants: readonly Pick<FileGrant, 'id' | 'name' | 'kind'>[],
): readonly Source[] {
  return grants.map(({ id, name, kind }) => ({ name, kind, grant: () => Promise.resolve(id) }));
}

/** The browser's own dialog; no files where it was cancelled. */
export function pickFiles(purpose: FilePurpose): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = purpose === 'both';
    input.accept = listAccepted(purpose).join(',');
    input.onchange = () => resolve([...(input.files ?? [])]);
    input.oncancel = () => resolve([]);
    input.click();
  });
}

/** What a file field takes for a purpose; a person may still choose any other file. */
export function listAccepted(purpose: FilePurpose): readonly string[] {
  const kinds = purpose === 'both' ? (['media', 'subtitle', 'project'] as const) : [purpose];
  return kinds.flatMap((kind) => [
    // A browser knows many more recordings than we name.
    ...(kind === 'media' ? ['audio/*', 'video/*'] : []),
    ...fileExtensions[kind],
  ]);
}
