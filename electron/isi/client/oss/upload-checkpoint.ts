import { z } from 'zod';

/**
 * How far a multipart upload came; plain JSON, so that it survives a restart. It holds no secret:
 * without an AccessKey nothing can be done with it.
 */
export const uploadCheckpointSchema = z.object({
  key: z.string().min(1),
  fileSizeBytes: z.number().int().positive(),
  /** When the file was changed last, ms since 1970: another value is another file. */
  modifiedMs: z.number(),
  partBytes: z.number().int().positive(),
  uploadId: z.string().min(1),
  doneParts: z.array(z.object({ number: z.number().int().positive(), etag: z.string().min(1) })),
});

export type UploadCheckpoint = z.infer<typeof uploadCheckpointSchema>;
