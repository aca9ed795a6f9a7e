import { type JsonValue, StudioError, toStudioError } from '@core/errors/studio-error';
import { type FileTask } from '@core/isi/file-parameters';
import { fileUploadLimits } from '@core/isi/plan-upload';
import { readVendorReply } from '@core/isi/replies/import-reply';
import { createFileClient, type FileClient, type FileTaskReport } from '../../isi/file/file-client';
import { mayResubmit } from '../../isi/file/file-reply';
import { pollTask } from '../../isi/file/poll-task';
import { makeObjectKey } from '../../isi/oss/make-object-key';
import { describeCloudEngine } from '../cloud/cloud-languages';
import { CloudProgress } from '../cloud/cloud-progress';
import type { CloudAccess, CloudSession } from '../cloud/cloud-access';
import { type PreparedUpload, prepareUpload } from '../cloud/prepare-upload';
import type { SpeechEncoder } from '../cloud/speech-encoder';
import type {
  EngineContext,
  EngineResult,
  TranscriptionEngine,
  TranscriptionRequest,
} from '../engine';
import { type FileJob, readFileJob } from './file-job';

export interface FileEngineOptions {
  readonly access: CloudAccess;
  readonly encoder: SpeechEncoder;
}

/** A link must outlive the queue: 24 h for a trial account (protocol §4). */
const linkLifeSeconds = 24 * 3600;
/** Of one recording: each costs the account its length again. */
const mostTasks = 3;

/**
 * File transcription (录音文件识别): the recording goes to the person's bucket, a task is handed in
 * and asked after. What was done is kept, so that another run of the program goes on from there.
 */
export function createFileEngine({ access, encoder }: FileEngineOptions): TranscriptionEngine {
  return {
    describe: () => describeCloudEngine('file'),
    check: async () => {
      const error = await access.check('file');
      return error === undefined ? { state: 'ready' } : { state: 'unavailable', error };
    },
    transcribe: async (request, context) => {
      const session = await access.open(request.appkeyId);
      return new FileRun(request, context, { access, encoder, session }).run();
    },
    align: () =>
      Promise.reject(
        new StudioError('engine/unavailable', 'it cannot align', { data: { engine: 'file' } }),
      ),
    dispose: () => Promise.resolve(),
  };
}

interface FileRunTools extends FileEngineOptions {
  readonly session: CloudSession;
}

/** One recording on its way; what is done of it is in `job`. */
class FileRun {
  readonly #request: TranscriptionRequest;
  readonly #context: EngineContext;
  readonly #tools: FileRunTools;
  readonly #progress: CloudProgress;
  readonly #client: FileClient;
  #job: FileJob;

  constructor(request: TranscriptionRequest, context: EngineContext, tools: FileRunTools) {
    this.#request = request;
    this.#context = context;
    this.#tools = tools;
    this.#progress = new CloudProgress(
      { loading: [0, 0.1], uploading: [0.1, 0.5], waiting: [0.5, 0.99] },
      context.onProgress,
    );
    const { session, access } = tools;
    this.#client = createFileClient({
      http: session.http,
      endpoint: session.endpoints.fileTranscription,
      getAccessKey: session.readAccessKey,
      now: access.now,
      makeNonce: access.newId,
    });
    this.#job = readFileJob(context.kept) ?? {};
  }

  async run(): Promise<EngineResult> {
    const { signal } = this.#context;
    try {
      this.#progress.report('loading', 0);
      const report = await this.#awaitResult();
      await this.#context.keepReply?.(report.text);
      await this.#removeUpload();
      return this.#toResult(report.text);
    } catch (thrown) {
      // In another run of the program, or tried again, a job that is kept goes on with what is on
      // the server; nobody would ever take up that of a job that is not.
      const goesOn =
        this.#context.keep !== undefined && (!signal.aborted || isInterruption(signal));
      if (!goesOn) await this.#removeUpload();
      throw thrown;
    }
  }

  /** Where the service failed by its own fault the task is handed in anew, with a fresh link. */
  async #awaitResult(): Promise<FileTaskReport> {
    for (let attempt = 1; ; attempt += 1) {
      const taskId = this.#job.taskId ?? (await this.#submit());
      this.#progress.report('waiting', 0);
      let last: FileTaskReport | undefined;
      try {
        return await pollTask({
          client: this.#client,
          taskId,
          signal: this.#context.signal,
          random: this.#tools.access.random,
          onReport: (report) => {
            last = report;
            this.#progress.report('waiting', report.state === 'running' ? 0.5 : 0.1);
          },
          onRetry: ({ error }) => this.#context.onRetry?.(error),
        });
      } catch (thrown) {
        const error = toStudioError(thrown);
        const helps = (last !== undefined && mayResubmit(last.reply)) || isWorthAnotherTask(error);
        if (attempt >= mostTasks || this.#context.signal.aborted || !helps) throw error;
        this.#context.onRetry?.(error);
        await this.#keep({ ...this.#job, taskId: undefined });
      }
    }
  }

  async #submit(): Promise<string> {
    const { session } = this.#tools;
    const { signal } = this.#context;
    const bucket = session.openBucket((error) => this.#context.onRetry?.(error));
    const key = this.#job.uploadedKey ?? (await this.#upload());
    // Signed anew for each submission: one from an earlier run may have died since.
    const link = await bucket.signedUrl(key, linkLifeSeconds);
    const { taskId } = await this.#client.submit(this.#describeTask(link), signal);
    await this.#keep({ ...this.#job, taskId });
    return taskId;
  }

  async #upload(): Promise<string> {
    const { access, encoder, session } = this.#tools;
    const { audio } = this.#request;
    const { signal } = this.#context;
    let prepared: PreparedUpload | undefined;
    try {
      prepared = await prepareUpload(audio, fileUploadLimits, encoder, {
        signal,
        onProgress: (part) => this.#progress.report('loading', part),
      });
      const [file] = prepared.files;
      if (file === undefined || prepared.files.length > 1) throw tooLong(audio.durationMs ?? 0);
      const bucket = session.openBucket((error) => this.#context.onRetry?.(error));
      const key = this.#job.key ?? makeObjectKey(access.newId(), access.now(), file.format);
      await this.#keep({ ...this.#job, key });
      const { checkpoint } = this.#job;
      await bucket.uploadFile(file.path, key, {
        signal,
        ...(checkpoint === undefined ? {} : { checkpoint }),
        onProgress: (sentBytes) =>
          this.#progress.report('uploading', file.sizeBytes === 0 ? 1 : sentBytes / file.sizeBytes),
        onCheckpoint: (next) => void this.#keep({ ...this.#job, checkpoint: next }),
        keepOnCancel: true,
      });
      await this.#keep({ uploadedKey: key });
      return key;
    } finally {
      await prepared?.dispose();
    }
  }

  #describeTask(link: string): FileTask {
    const { model, appkey } = this.#tools.session.appkey;
    return {
      enable_words: true,
      ...(model?.hasTimestampAlignment === true ? { enable_timestamp_alignment: true } : {}),
      first_channel_only: true,
      enable_sample_rate_adaptive: true,
      ...this.#request.parameters,
      appkey,
      file_link: link,
      version: '4.0',
    };
  }

  #toResult(json: string): EngineResult {
    const { model } = this.#tools.session.appkey;
    const asked = this.#request.parameters ?? {};
    const reply = readVendorReply(json, {
      hasMeasuredTimes:
        model?.hasTimestampAlignment === true && asked['enable_timestamp_alignment'] !== false,
      isSpeakerSplit: asked['auto_split'] === true,
    });
    const { segments } = reply;
    this.#progress.report('waiting', 1, { segments });
    return {
      language: this.#request.language ?? model?.tag ?? 'und',
      durationMs: Math.max(reply.durationMs, this.#request.audio.durationMs ?? 0),
      segments,
      notices: [],
    };
  }

  /** Leaves nothing of a person's recording on the server unless it was asked for. */
  async #removeUpload(): Promise<void> {
    const { session } = this.#tools;
    const { key = this.#job.uploadedKey, checkpoint } = this.#job;
    if (key === undefined || !session.deletesUploads) return;
    // The job's own signal has aborted by now, or the result is here: neither ends this.
    const signal = AbortSignal.timeout(30_000);
    try {
      const bucket = session.openBucket(() => undefined);
      if (checkpoint !== undefined) await bucket.abortUpload(key, checkpoint.uploadId, signal);
      await bucket.delete(key, signal);
    } catch (thrown) {
      this.#context.log(`file engine: ${key} is left in the bucket: ${describe(thrown)}`);
    }
  }

  async #keep(job: FileJob): Promise<void> {
    this.#job = job;
    await this.#context.keep?.(job as { readonly [key: string]: JsonValue });
  }
}

/** What the catalogue says of the failure of a task: that another one may fare better. */
function isWorthAnotherTask({ data }: StudioError): boolean {
  return data['retry'] === 'resubmit' || data['retry'] === 'resign-link';
}

function isInterruption({ reason }: AbortSignal): boolean {
  return reason instanceof StudioError && reason.code === 'job/interrupted';
}

function tooLong(durationMs: number): StudioError {
  const hours = Math.round(durationMs / 360_000) / 10;
  return new StudioError('engine/audio-refused', 'the recording is longer than 12 hours', {
    data: { vendorCode: '41050006', vendorText: `${hours} h`, service: 'file', isRetryable: false },
  });
}

function describe(thrown: unknown): string {
  return thrown instanceof StudioError ? thrown.code : 'unexpected';
}
