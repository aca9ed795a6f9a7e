import { omitUndefined } from '@core/omit-undefined';
import { createVendorError } from '@isi/create-vendor-error';
import type { ErrorCode } from '@core/errors/error-codes';
import type { ChannelDecision } from '@isi/decide-channels';
import { type StudioError, toStudioError } from '@core/errors/studio-error';
import { fileUploadLimits, planUpload } from '@isi/plan-upload';
import { type BucketAddress, isSameBucket } from '../../isi/client/oss/bucket-address';
import { checkFileLink } from '../../isi/client/file/check-file-link';
import { makeObjectKey } from '../../isi/client/oss/make-object-key';
import type { CloudAccess, CloudSession } from '../cloud/cloud-access';
import { type PreparedUpload, prepareUpload } from '../cloud/prepare-upload';
import type { SpeechEncoder } from '../cloud/speech-encoder';
import { type AudioSource, type EngineContext, recognitionRateHz } from '../engine';
import type { FileJob } from './file-job';
import { removeUpload } from './remove-upload';

const refusals = [
  'engine/unauthorised',
  'engine/clock-skewed',
  'storage/forbidden',
  'storage/no-bucket',
  'storage/wrong-region',
] as const satisfies readonly ErrorCode[];

export interface UploadRecording {
  readonly audio: AudioSource;
  /** Asked once it is known that there is a bucket. */
  readonly chooseChannels: () => Promise<ChannelDecision>;
  readonly session: CloudSession;
  readonly access: CloudAccess;
  readonly encoder: SpeechEncoder;
  readonly signal: AbortSignal;
  /** How far the job is, now. */
  readonly readJob: () => FileJob;
  readonly keep: (job: FileJob) => Promise<void>;
  /** Whether another run of the program may go on with what was made, when this one fails. */
  readonly mayGoOn: (error: StudioError) => boolean;
  /** Takes 0 to 1 of the stage. */
  readonly onProgress: (stage: 'loading' | 'uploading', part: number) => void;
  readonly report: EngineContext['report'];
  readonly log: (line: string) => void;
}

/**
 * Brings a recording, or what is made of its sound, into the person's bucket, from where an earlier
 * run of the program ended.
 * @returns its key, or undefined where the recording has no sound at all
 * @throws StudioError `engine/audio-refused` for more than 12 hours, `usage/invalid` (data:
 *   `parameter`, `reason`) for a storage that has an IP address and no name, what `prepareUpload` and
 *   `OssClient.uploadFile` throw
 */
export async function uploadRecording(upload: UploadRecording): Promise<string | undefined> {
  const { access, session, signal, readJob, keep, onProgress, report, log } = upload;
  // First, so that nothing is encoded in vain where no bucket was chosen.
  const address = session.findBucket();
  const bucket = session.openBucket((error) => report({ kind: 'retrying', error }), address);
  // The service would refuse the link of such a storage, after all of it was uploaded (protocol §3.2).
  checkFileLink('ZIMU_OSS_ENDPOINT', await bucket.signedUrl('check', 1));
  await leaveOtherBucket(upload, address);
  // Known before it is decoded for an hour.
  if (isTooLong(upload)) throw createTooLongError();
  const channels = await upload.chooseChannels();
  const prepared = await prepare(upload, channels);
  const wasBegun = readJob().key !== undefined;
  const sent = { bytes: 0 };
  let goesOn = false;
  try {
    const [file] = prepared.files;
    if (file === undefined) return undefined;
    if (prepared.files.length > 1) throw createTooLongError();
    const key = readJob().key ?? makeObjectKey(access.newId(), access.now(), file.format);
    const { encodedName } = prepared;
    const { beginMs, endMs } = file;
    const sourceBytes = upload.audio.file?.sizeBytes ?? 0;
    await keep({
      ...readJob(),
      key,
      bucket: address,
      encoded:
        encodedName === undefined
          ? undefined
          : {
              ...{ name: encodedName, beginMs, endMs, sourceBytes },
              ...{ rateHz: findEncodedRate(session), sends: channels.sends },
            },
    });
    const { checkpoint } = readJob();
    await bucket.uploadFile(file.path, key, {
      signal,
      ...omitUndefined({ checkpoint }),
      onProgress: (sentBytes) => {
        sent.bytes = sentBytes;
        onProgress('uploading', file.sizeBytes === 0 ? 1 : sentBytes / file.sizeBytes);
      },
      onCheckpoint: (next) => {
        keep({ ...readJob(), checkpoint: next }).catch(() =>
          log('file engine: how far the upload came could not be kept'),
        );
      },
      keepOnCancel: true,
    });
    const { firstChannelOnly } = channels;
    await keep({
      channels: readJob().channels,
      uploadedKey: key,
      bucket: address,
      firstChannelOnly,
    });
    return key;
  } catch (thrown) {
    const error = toStudioError(thrown);
    goesOn = upload.mayGoOn(error);
    const { key, ...rest } = readJob();
    const isStored =
      wasBegun || rest.checkpoint !== undefined || (sent.bytes > 0 && !isRefusal(error));
    // Of what never came nothing is deleted, nor is a person told to.
    if (key !== undefined && !isStored) await keep(rest);
    throw thrown;
  } finally {
    if (!goesOn) await prepared.dispose();
  }
}

/**
 * What is half in another bucket is not gone on with there: a person may have chosen a new one because
 * the old one was no good.
 */
async function leaveOtherBucket(
  { session, readJob, keep, log, report }: UploadRecording,
  address: BucketAddress,
): Promise<void> {
  const { key, checkpoint, bucket, ...rest } = readJob();
  if (bucket === undefined || isSameBucket(bucket, address)) return;
  await removeUpload({ key, checkpoint, bucket }, session, { log, report });
  await keep(rest);
}

/** Whether the storage said that it takes nothing, so that there is nothing of it. */
function isRefusal({ code }: StudioError): boolean {
  return refusals.some((refusal) => refusal === code);
}

/** Hz of what is made of a recording: another one than the model's is refused (protocol §3.4). */
function findEncodedRate({ appkey }: CloudSession): number {
  return appkey.model?.sampleRateHz ?? recognitionRateHz;
}

async function prepare(
  upload: UploadRecording,
  { sends }: ChannelDecision,
): Promise<PreparedUpload> {
  const { audio, encoder, session, signal, readJob, onProgress } = upload;
  const { encoded } = readJob();
  if (encoded !== undefined && encoded.sourceBytes === audio.file?.sizeBytes) {
    const { beginMs, endMs } = encoded;
    const found = await encoder.reopen(encoded.name, [{ beginMs, endMs }]);
    const { rateHz = recognitionRateHz } = encoded;
    if (rateHz !== findEncodedRate(session) || encoded.sends !== sends) {
      // The model was entered, or another one, since it was made, or an older program made it.
      await found?.dispose();
    } else if (found !== undefined) {
      return {
        files: found.parts.map((part) => ({ ...part, format: found.format })),
        encodedName: found.name,
        dispose: () => found.dispose(),
      };
    }
  }
  return prepareUpload(audio, fileUploadLimits, encoder, {
    signal,
    sends,
    modelRateHz: session.appkey.model?.sampleRateHz,
    onProgress: (part) => onProgress('loading', part),
  });
}

function isTooLong({ audio: { file } }: UploadRecording): boolean {
  return file !== undefined && planUpload(file, fileUploadLimits).kind === 'parts';
}

/** As the service would refuse it, without asking it (protocol §3.4). */
function createTooLongError(): StudioError {
  return createVendorError({ service: 'file', code: 41_050_103, text: 'AUDIO_DURATION_TOO_LONG' });
}
