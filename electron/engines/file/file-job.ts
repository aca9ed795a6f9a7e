import { z } from 'zod';
import { measuredChannelsSchema } from '../cloud/measured-channels';
import { bucketAddressSchema } from '../../isi/client/oss/bucket-address';
import { uploadCheckpointSchema } from '../../isi/client/oss/upload-checkpoint';

/** How far a job came; what another run of the program goes on from. It holds no secret. */
const fileJobSchema = z.object({
  /** Key of an object that is on its way to the bucket. */
  key: z.string().min(1).optional(),
  checkpoint: uploadCheckpointSchema.optional(),
  /** What was made of the recording to be sent. */
  encoded: z
    .object({
      name: z.string().min(1),
      beginMs: z.number().nonnegative(),
      endMs: z.number().nonnegative(),
      /** Of the recording: another size is another recording. */
      sourceBytes: z.number().nonnegative(),
      /** Absent in what older programs kept: 16 kHz. */
      rateHz: z.number().positive().optional(),
      /** Absent in what older programs kept. */
      sends: z.enum(['all', 'first', 'second', 'mix', 'both']).optional(),
    })
    .optional(),
  /** Key of an object that is in the bucket. */
  uploadedKey: z.string().min(1).optional(),
  /** What was measured of two channels. */
  channels: measuredChannelsSchema.optional(),
  /** Of what is in the bucket: whether its first channel is all there is to hear. */
  firstChannelOnly: z.boolean().optional(),
  /** Where these objects are. Absent in what older programs kept: where new ones would go. */
  bucket: bucketAddressSchema.optional(),
  /** Of a task that was handed in; good for 72 hours (protocol §3.2). */
  taskId: z.string().min(1).optional(),
  /** When it was handed in, ms since 1970. Absent in what older programs kept. */
  submittedAtMs: z.number().nonnegative().optional(),
  /** Origin of the service that took it: that of another region knows nothing of it (§3.3). */
  service: z.url({ protocol: /^https?$/ }).optional(),
});

export type FileJob = z.infer<typeof fileJobSchema>;

/** What an earlier run kept, or undefined where that cannot be understood. */
export function readFileJob(kept: unknown): FileJob | undefined {
  return fileJobSchema.safeParse(kept).data;
}
