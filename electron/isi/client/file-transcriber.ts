import { randomUUID } from 'node:crypto';
import { accessSync, constants } from 'node:fs';
import { describeThrown, isCancelled, toStudioError } from '@core/errors/studio-error';
import { createFlashClient } from './flash/flash-client';
import { createHttpClient } from './http/create-http-client';
import type { HttpClient } from './http/http-client';
import { createPastedTokenSource } from './token/pasted-token-source';
import type { TokenSource } from './token/token-client';
import { createSdkError, findSdkCode } from './transcriber/sdk-codes';
import {
  type AsrResult,
  type FileTransCallbacks,
  type FileTransEvent,
  type SdkLogLevel,
  sdkLogLevels,
} from './transcriber/sdk-events';
import {
  mergeSdkParams,
  planStart,
  readSdkParams,
  type SdkParams,
  type SdkParamsInput,
  type StartPlan,
} from './transcriber/sdk-params';

export interface FileTranscriberOptions {
  readonly http: HttpClient;
  /** Used where no parameter `token` is given; renews what the service refuses. */
  readonly tokens?: TokenSource;
}

interface RunningTask {
  readonly controller: AbortController;
  readonly ended: Promise<void>;
}

let singleton: FileTranscriber | undefined;

/**
 * Flash in the shape of the vendor's SDK (its `NativeNui`): the same calls, events and numbers.
 * Its own refusals are thrown as StudioError of `createVendorError` with service `sdk` and a code
 * of 2400xx. Callbacks may call back into it. Several tasks may run at once.
 */
export class FileTranscriber {
  readonly #options: FileTranscriberOptions;
  readonly #tasks = new Map<string, RunningTask>();
  #state: 'new' | 'ready' | 'released' = 'new';
  #callbacks: FileTransCallbacks | undefined;
  #params: SdkParams = {};
  #logLevel: SdkLogLevel = 'LOG_LEVEL_NONE';

  constructor(options: FileTranscriberOptions) {
    this.#options = options;
  }

  /** The one instance that programs share which need no more. */
  static getInstance(): FileTranscriber {
    singleton ??= new FileTranscriber({ http: createHttpClient() });
    return singleton;
  }

  /**
   * Must come first, and again after {@link FileTranscriber.release}.
   * @param params `app_key`, `url` and `device_id` at least; `token` may follow
   * @throws StudioError 240012, 240006, 240005, 240003
   */
  initialize(
    callbacks: FileTransCallbacks | null | undefined,
    params: SdkParamsInput,
    logLevel: SdkLogLevel = 'LOG_LEVEL_NONE',
  ): void {
    if (this.#state === 'ready') {
      throw createSdkError('SDK_ALREADY_INIT', 'release it before it is initialised again');
    }
    if (callbacks === null || callbacks === undefined) {
      throw createSdkError('NULL_LISTENER_ERROR', 'no callbacks');
    }
    const read = readSdkParams(params, 'ILLEGAL_INIT_PARAM');
    for (const name of ['app_key', 'url', 'device_id'] as const) {
      if ((read[name] ?? '') === '') throw createSdkError('ILLEGAL_INIT_PARAM', `no ${name}`);
    }
    this.#callbacks = callbacks;
    this.#params = read;
    this.#logLevel = logLevel;
    this.#state = 'ready';
    this.#log('LOG_LEVEL_INFO', 'initialised');
  }

  /**
   * Parameters for all later starts, for instance a new `token`.
   * @throws StudioError 240011, 240010, 240005, 240002
   */
  setParams(params: SdkParamsInput): void {
    this.#checkReady();
    this.#params = mergeSdkParams(this.#params, readSdkParams(params, 'ILLEGAL_PARAM'));
  }

  /**
   * Starts a task; all else comes by events, the first of them after this call.
   * @param params `file_path` (absolute) or `audio_address`; `nls_config` names the `format`, and
   *   where it is not given at all the name's ending does
   * @returns the task's id, 32 characters, made here; the service's own is in the result
   * @throws StudioError 240011, 240010, 240005, 240002, 240004, 240021
   */
  startFileTranscriber(params: SdkParamsInput): string {
    this.#checkReady();
    const merged = mergeSdkParams(this.#params, readSdkParams(params, 'ILLEGAL_PARAM'));
    const plan = planStart(merged, this.#options.tokens === undefined);
    if ('path' in plan.audio) checkAccess(plan.audio.path);
    const taskId = randomUUID().replaceAll('-', '');
    const controller = new AbortController();
    const ended = Promise.resolve().then(() => this.#run(taskId, plan, controller.signal));
    this.#tasks.set(taskId, { controller, ended });
    return taskId;
  }

  /**
   * Ends a task; no event of it comes any more.
   * @returns when its connection is closed
   * @throws StudioError 240011, 240010; 240007 where no such task runs
   */
  async stopFileTranscriber(taskId: string): Promise<void> {
    this.#checkReady();
    const task = this.#tasks.get(taskId);
    if (task === undefined) throw createSdkError('NULL_DIALOG_ERROR', 'no such task runs');
    task.controller.abort();
    await task.ended;
  }

  /**
   * Stops all tasks and lets go of the callbacks.
   * @throws StudioError 240011, 240010
   */
  async release(): Promise<void> {
    this.#checkReady();
    this.#state = 'released';
    const tasks = [...this.#tasks.values()];
    for (const { controller } of tasks) controller.abort();
    await Promise.all(tasks.map(({ ended }) => ended));
  }

  #checkReady(): void {
    if (this.#state === 'new') throw createSdkError('SDK_NOT_INIT', 'initialize it first');
    if (this.#state === 'released') throw createSdkError('ILLEGAL_REENTRANT', 'it was released');
  }

  async #run(taskId: string, plan: StartPlan, signal: AbortSignal): Promise<void> {
    const callbacks = this.#callbacks;
    const told = new Set<FileTransEvent>();
    const tell = (event: FileTransEvent, code = 0, result?: AsrResult): void => {
      // The connection may be made twice, for another token; a person sees it once.
      if (signal.aborted || told.has(event)) return;
      told.add(event);
      this.#log('LOG_LEVEL_DEBUG', `${taskId} ${event} ${code}`);
      try {
        callbacks?.onFileTransEvent(event, code, 0, result, taskId);
      } catch (thrown) {
        // A fault of the program around this one: the task goes on.
        this.#log('LOG_LEVEL_ERROR', `${taskId} the callback threw: ${describeThrown(thrown)}`);
      }
    };
    try {
      const outcome = await createFlashClient({
        http: this.#options.http,
        tokens: this.#chooseTokens(plan),
      }).recognise({
        ...plan,
        target: { endpoint: plan.endpoint },
        signal,
        onConnected: () => tell('EVENT_FILE_TRANS_CONNECTED'),
        onUploaded: (sentBytes, totalBytes) => {
          if (signal.aborted) return;
          callbacks?.onProgress?.(sentBytes, totalBytes, taskId);
          if (sentBytes >= totalBytes) tell('EVENT_FILE_TRANS_UPLOADED');
        },
      });
      const { kind, reply, text } = outcome;
      tell('EVENT_FILE_TRANS_RESULT', 0, { asrResult: text, outcome: { kind, reply } });
    } catch (thrown) {
      const error = toStudioError(thrown);
      if (isCancelled(error)) return;
      const code = findSdkCode(error, plan.directIp !== undefined);
      this.#log('LOG_LEVEL_ERROR', `${taskId} ${error.code} ${code}`);
      tell('EVENT_ASR_ERROR', code, { asrResult: error.message, error });
    } finally {
      this.#tasks.delete(taskId);
    }
  }

  #chooseTokens(plan: StartPlan): TokenSource {
    const { tokens } = this.#options;
    if (plan.token === undefined && tokens !== undefined) return tokens;
    return createPastedTokenSource(plan.token ?? '', undefined, () => 0);
  }

  #log(level: SdkLogLevel, line: string): void {
    if (sdkLogLevels.indexOf(level) < sdkLogLevels.indexOf(this.#logLevel)) return;
    this.#callbacks?.onLog?.(level, line);
  }
}

function checkAccess(path: string): void {
  try {
    accessSync(path, constants.R_OK);
  } catch (thrown) {
    throw createSdkError('FILE_ACCESS_FAIL', 'file_path cannot be read', thrown);
  }
}
