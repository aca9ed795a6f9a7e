import { stat } from 'node:fs/promises';
import { StudioError } from '@core/errors/studio-error';

/** A file as it was when the upload began. */
export interface UploadSource {
  readonly path: string;
  readonly fileSizeBytes: number;
  readonly modifiedMs: number;
}

/** @throws StudioError `media/not-found` (data: `path`) */
export async function readSource(path: string): Promise<UploadSource> {
  try {
    const { size, mtimeMs } = await stat(path);
    return { path, fileSizeBytes: size, modifiedMs: mtimeMs };
  } catch (cause) {
    throw new StudioError('media/not-found', `cannot read ${path}`, { data: { path }, cause });
  }
}

/** @throws StudioError `storage/failed` where the file is not as it was when the upload began */
export async function refuseChangedFile(source: UploadSource): Promise<void> {
  const now = await readSource(source.path);
  if (now.fileSizeBytes === source.fileSizeBytes && now.modifiedMs === source.modifiedMs) return;
  throw new StudioError('storage/failed', 'oss: the file changed while it was uploaded', {
    data: {
      service: 'oss',
      vendorCode: 'FileChanged',
      vendorText: 'the file changed while it was uploaded',
      isRetryable: false,
    },
  });
}
