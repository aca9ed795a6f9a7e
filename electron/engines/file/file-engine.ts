import { StudioError } from '@core/errors/studio-error';
import type { CloudSession } from '../cloud/cloud-access';
import type { TranscriptionEngine } from '../engine';
import { estimateFileTime, fileDescription } from './describe-file';
import { readFileJob } from './file-job';
import { type FileEngineOptions, FileRun } from './file-run';
import { removeUpload, tellRest } from './remove-upload';

/**
 * File transcription (录音文件识别): the recording goes to the person's bucket, or has an address
 * already; a task is handed in and asked after. What was done is kept, so that another run of the
 * program goes on from there.
 */
export function createFileEngine({
  access,
  encoder,
  channelMeter,
}: FileEngineOptions): TranscriptionEngine {
  return {
    describe: () => fileDescription,
    estimateMs: estimateFileTime,
    check: async (_model, place = 'file') => {
      const error = await access.check({ takesPastedToken: false, needsBucket: place === 'file' });
      return error === undefined ? { state: 'ready' } : { state: 'unavailable', error };
    },
    transcribe: async (request, context) => {
      const session = await access.open(request.appkeyId);
      return new FileRun(request, context, { access, encoder, channelMeter, session }).run();
    },
    align: () =>
      Promise.reject(
        new StudioError('engine/unavailable', 'it cannot align', { data: { engine: 'file' } }),
      ),
    discard: async (kept, { appkeyId, ...context }) => {
      const job = readFileJob(kept) ?? {};
      try {
        if (job.encoded !== undefined) {
          const { name, beginMs, endMs } = job.encoded;
          await (await encoder.reopen(name, [{ beginMs, endMs }]))?.dispose();
        }
      } catch (thrown) {
        const reason = thrown instanceof StudioError ? thrown.code : 'unexpected';
        context.log(`file engine: what a job left could not be removed: ${reason}`);
      }
      let session: CloudSession;
      try {
        session = await access.open(appkeyId);
      } catch (thrown) {
        // Nobody knows either whether this person keeps their uploads.
        tellRest(job, true, thrown, context);
        return;
      }
      await removeUpload(job, session, context);
    },
    dispose: () => Promise.resolve(),
  };
}
