import { omitUndefined } from '@core/omit-undefined';
import { isCancelled, type StudioError, toStudioError } from '@core/errors/studio-error';
import type { ChannelDecision } from '@isi/decide-channels';
import { validateFileParameters } from '@isi/file-parameters';
import { isTaskExpired } from '@isi/task-life';
import { maskSignedLinks } from '@isi/mask-signed-links';
import {
  createFileClient,
  type FileClient,
  type FileTaskReport,
} from '../../isi/client/file/file-client';
import { pollTask } from '../../isi/client/file/poll-task';
import { checkAddress } from '../cloud/check-address';
import type { ChannelMeter } from '../cloud/channel-meter';
import { afterMeasuring, createChannelChooser } from '../cloud/choose-channels';
import type { CloudAccess, CloudSession } from '../cloud/cloud-access';
import { CloudProgress } from '../cloud/cloud-progress';
import { isInterruption, throwIfCancelled } from '../cloud/interruption';
import { isUsefulLater } from '../cloud/is-useful-later';
import type { SpeechEncoder } from '../cloud/speech-encoder';
import type { EngineContext, EngineResult, TranscriptionRequest } from '../engine';
import { chooseNextStep, listTriedSteps } from './choose-next-step';
import { describeTask } from './describe-task';
import { explainUnanswered } from './explain-unanswered';
import type { FileJob } from './file-job';
import { KeptJob } from './kept-job';
import { describeResult, readTaskReply } from './read-result';
import { createExpiredError, isForgotten } from './expired-task';
import { removeUpload } from './remove-upload';
import { listLinkRemarks, signLink } from './sign-link';
import { submitTask } from './submit-task';
import { uploadRecording } from './upload-recording';

export interface FileEngineOptions {
  readonly access: CloudAccess;
  readonly encoder: SpeechEncoder;
  readonly channelMeter: ChannelMeter;
}

interface FileRunTools extends FileEngineOptions {
  readonly session: CloudSession;
}

/** One recording on its way; what is done of it is in `job`. */
export class FileRun {
  readonly #request: TranscriptionRequest;
  readonly #context: EngineContext;
  readonly #tools: FileRunTools;
  readonly #progress: CloudProgress;
  readonly #kept: KeptJob;
  readonly #chooseChannels: () => Promise<ChannelDecision>;
  #isLinkChecked = false;

  constructor(request: TranscriptionRequest, context: EngineContext, tools: FileRunTools) {
    this.#request = request;
    this.#context = context;
    this.#tools = tools;
    this.#progress = new CloudProgress(
      { loading: [0, 0.1], uploading: [0.1, 0.5], waiting: [0.5, 0.99] },
      context.report,
    );
    this.#kept = new KeptJob(context);
    this.#chooseChannels = createChannelChooser(request, context, {
      meter: tools.channelMeter,
      measured: () => this.#job.channels,
      keep: (channels) => this.#kept.keep({ ...this.#job, channels }),
      onProgress: (part) => this.#progress.report('loading', part),
      modelRateHz: tools.session.appkey.model?.sampleRateHz,
    });
  }

  get #job(): FileJob {
    return this.#kept.read();
  }

  /** @throws StudioError as `TranscriptionEngine.transcribe` */
  async run(): Promise<EngineResult> {
    const { signal, keepReply } = this.#context;
    const { session } = this.#tools;
    try {
      throwIfCancelled(signal);
      this.#progress.report('loading', 0);
      const report = await this.#awaitResult();
      if (report !== undefined) await keepReply?.(maskSignedLinks(report.text));
      // Read first: where it cannot be, the recording is still there to be tried again.
      const reply = readTaskReply(report?.text, session, this.#request);
      if (reply.repairs.length > 0) await this.#context.keepRepairs?.(reply.repairs);
      const result = describeResult(reply, session, this.#request, this.#job.taskId);
      await removeUpload(this.#job, session, this.#context);
      throwIfCancelled(signal);
      this.#progress.finish(result);
      throwIfCancelled(signal);
      return result;
    } catch (thrown) {
      const error = toStudioError(thrown);
      if (!this.#mayGoOn(error)) {
        await removeUpload(this.#job, session, this.#context);
        await this.#context.keep?.(null);
      }
      throw error;
    }
  }

  /** Whether a later run may have use for what is in the bucket. */
  #mayGoOn(error: StudioError): boolean {
    const { signal, keep } = this.#context;
    if (signal.aborted) return isInterruption(signal) && keep !== undefined;
    if (keep === undefined || isCancelled(error)) return false;
    // A task that has not failed was paid for, whatever kept us from its result.
    return this.#job.taskId !== undefined || isUsefulLater(error);
  }

  /** @returns the last report, or undefined where the recording has no sound */
  async #awaitResult(): Promise<FileTaskReport | undefined> {
    await this.#leaveExpiredTask();
    let isFromEarlier = this.#job.taskId !== undefined;
    if (this.#job.taskId !== undefined) this.#tellTask(this.#job.taskId, true);
    const triedSteps: string[] = [];
    for (let taskCount = 1; ; taskCount += 1) {
      const taskId = this.#job.taskId ?? (await this.#submit());
      if (taskId === undefined) return undefined;
      this.#progress.report('waiting', 0);
      let last: FileTaskReport | undefined;
      try {
        return await this.#poll(taskId, (report) => {
          last = report;
        });
      } catch (thrown) {
        const error = toStudioError(thrown);
        if (this.#context.signal.aborted) throw error;
        // A task that failed or is forgotten is not asked for again, in another run neither.
        if (last?.state === 'failed' || isForgotten(error)) {
          await this.#kept.forgetTask();
        }
        const step = chooseNextStep({ error, last, taskCount, isFromEarlier, triedSteps });
        if (step === 'give-up') throw error;
        if (isFromEarlier && isForgotten(error)) {
          this.#context.report({ kind: 'remark', error: createExpiredError(taskId) });
        }
        this.#tellRetry(error);
        if (step === 'upload') {
          await removeUpload(this.#job, this.#tools.session, this.#context);
          await this.#kept.keep({ channels: this.#job.channels });
        }
        triedSteps.push(...listTriedSteps(error));
        isFromEarlier = false;
      }
    }
  }

  /** A task that the service no longer knows is not asked for in vain; a person is told first. */
  async #leaveExpiredTask(): Promise<void> {
    const { taskId, submittedAtMs } = this.#job;
    if (taskId === undefined || !isTaskExpired(submittedAtMs, this.#tools.access.now())) return;
    this.#context.report({ kind: 'remark', error: createExpiredError(taskId) });
    await this.#kept.forgetTask();
  }

  #tellTask(taskId: string, isKept: boolean): void {
    const { submittedAtMs } = this.#job;
    this.#context.report({ kind: 'task', task: { taskId, submittedAtMs, isKept } });
  }

  #tellRetry(error: StudioError): void {
    this.#context.report({ kind: 'retrying', error });
  }

  /** @param endpoint origin of the service; by default that of the Appkey's region */
  #openClient(endpoint = this.#tools.session.endpoints.fileTranscription): FileClient {
    const { access, session } = this.#tools;
    return createFileClient({
      http: session.http,
      endpoint,
      getAccessKey: session.readAccessKey,
      now: access.now,
      makeNonce: access.newId,
    });
  }

  #poll(taskId: string, onReport: (report: FileTaskReport) => void): Promise<FileTaskReport> {
    const { random, wait } = this.#tools.access;
    return pollTask({
      client: this.#openClient(this.#job.service),
      taskId,
      signal: this.#context.signal,
      random,
      ...omitUndefined({ wait }),
      onReport: (report) => {
        onReport(report);
        this.#progress.report('waiting', report.state === 'running' ? 0.5 : 0.1);
      },
      onRetry: (notice) => this.#tellRetry(explainUnanswered(taskId, notice)),
    });
  }

  async #submit(): Promise<string | undefined> {
    const { access, session } = this.#tools;
    // Before the upload; a task that is under way already is not judged again.
    validateFileParameters(this.#request.parameters ?? {});
    const findLink = await this.#prepareLink();
    if (findLink === undefined) return undefined;
    const taskId = await submitTask({
      client: this.#openClient(),
      describeTask: async () => describeTask(await findLink(), session, this.#request, this.#job),
      access,
      context: this.#context,
    });
    const service = session.endpoints.fileTranscription;
    await this.#kept.keep({ ...this.#job, taskId, submittedAtMs: access.now(), service });
    this.#tellTask(taskId, false);
    return taskId;
  }

  /** @returns what gives a link for a submission; undefined where the recording has no sound */
  async #prepareLink(): Promise<(() => Promise<string>) | undefined> {
    const { access, session } = this.#tools;
    const { address } = this.#request.audio;
    if (address !== undefined) {
      const tools = { access, session, context: this.#context };
      const { link } = await checkAddress(address, 'file', tools);
      const { firstChannelOnly } = await this.#chooseChannels();
      this.#kept.note({ firstChannelOnly });
      return () => Promise.resolve(link);
    }
    await this.#remarkOnLink();
    const key = this.#job.uploadedKey ?? (await this.#upload());
    if (key === undefined) return undefined;
    const bucket = session.openBucket((error) => this.#tellRetry(error), this.#job.bucket);
    // Signed anew for each submission: one from an earlier run may have died since.
    return () => signLink(bucket, key, this.#tools);
  }

  /** Before the upload, so that a person can stop in time. */
  async #remarkOnLink(): Promise<void> {
    if (this.#isLinkChecked) return;
    this.#isLinkChecked = true;
    const remarks = await listLinkRemarks(this.#job, this.#tools);
    for (const error of remarks) this.#context.report({ kind: 'remark', error });
  }

  #upload(): Promise<string | undefined> {
    const { signal, log, report } = this.#context;
    return uploadRecording({
      ...this.#tools,
      audio: this.#request.audio,
      chooseChannels: this.#chooseChannels,
      signal,
      readJob: () => this.#job,
      keep: (job) => this.#kept.keep(job),
      mayGoOn: (error) => this.#mayGoOn(error),
      onProgress: (stage, part) =>
        this.#progress.report(stage, stage === 'loading' ? afterMeasuring(part) : part),
      report,
      log,
    });
  }
}
