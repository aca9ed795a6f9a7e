import { type ChildProcess, fork } from 'node:child_process';
import { asNode, createChildEnvironment } from '@core/environment/child-environment';
import { errorFromJson, StudioError } from '@core/errors/studio-error';
import type { Aligned, ChildReply, ChildRequest, Detected, Loaded, Recognised } from './protocol';

interface ReplyByKind {
  readonly 'load-recogniser': Loaded;
  readonly 'load-detector': Loaded;
  readonly recognise: Recognised;
  readonly align: Aligned;
  readonly detect: Detected;
}

const replyKinds = {
  'load-recogniser': 'loaded',
  'load-detector': 'loaded',
  recognise: 'recognised',
  align: 'aligned',
  detect: 'detected',
} as const satisfies Record<ChildRequest['kind'], ChildReply['kind']>;

type WithoutId<R> = R extends ChildRequest ? Omit<R, 'id'> : never;

/** A request of the protocol before it has its number. */
export type RequestBody = WithoutId<ChildRequest>;

/** The reply a request is answered with when all goes well. */
export type ReplyTo<Body extends RequestBody> = ReplyByKind[Body['kind']];

interface Pending {
  readonly kind: ChildRequest['kind'];
  readonly resolve: (reply: ChildReply) => void;
  readonly reject: (error: StudioError) => void;
  readonly watchdog: NodeJS.Timeout;
}

/** How much of a child's last words on stderr is kept for its error. */
const stderrTailLength = 2000;
/** A pipe inherited further down may stay open; nobody waits for it longer than this. */
const stderrDrainMs = 200;

/**
 * ONNX Runtime's own builds report sessions and models to their maker, under a device id they keep
 * in the cache folder, unless told otherwise before they load (microsoft/onnxruntime#27379). The
 * promise here is that nothing leaves this computer. The second name is that of later versions.
 */
const withoutTelemetry = { ORT_DISABLE_TELEMETRY: '1', ORT_TELEMETRY_DISABLED: '1' };

const living = new Set<ChildProcess>();

// A child inside native code does not see that its parent has gone before the call returns.
function killLiving(): void {
  for (const child of living) child.kill('SIGKILL');
}

function follow(child: ChildProcess): void {
  if (living.size === 0) process.once('exit', killLiving);
  living.add(child);
  const forget = (): void => {
    living.delete(child);
    if (living.size === 0) process.removeListener('exit', killLiving);
  };
  child.once('exit', forget);
  child.once('error', () => {
    if (child.pid === undefined) forget();
  });
}

/**
 * One child process that speaks the protocol. Every request settles: by its reply, by the child's
 * death, or by its watchdog, which kills the child. A child that died stays dead; its requests
 * fail with `engine/worker-failed`.
 */
export class EngineChild {
  readonly #child: ChildProcess;
  readonly #pending = new Map<number, Pending>();
  #nextId = 1;
  #stderr = '';
  #death: StudioError | undefined;
  #timedOut = false;
  /** Resolves when the process has ended, however it came about. */
  readonly exited: Promise<void>;

  /** @param script path of the built child script */
  constructor(script: string) {
    // The parent's own flags (a debugger port, a test loader) are not meant for the child.
    this.#child = fork(script, [], {
      serialization: 'advanced',
      env: createChildEnvironment('engine', process.env, { ...withoutTelemetry, ...asNode }),
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execArgv: [],
    });
    follow(this.#child);
    this.#child.stderr?.setEncoding('utf8');
    this.#child.stderr?.on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-stderrTailLength);
    });
    this.#child.on('message', (message) => this.#receive(message as ChildReply));
    this.exited = new Promise((resolve) => {
      const end = (data: { exitCode: number | null; signal: string | null }, cause?: unknown) => {
        this.#die(data, cause);
        resolve();
      };
      this.#child.on('error', (error) => {
        if (this.#child.pid === undefined) end({ exitCode: null, signal: null }, error);
        else this.kill();
      });
      this.#child.once('exit', (exitCode, signal) => {
        const drained = setTimeout(() => end({ exitCode, signal }), stderrDrainMs);
        this.#child.once('close', () => {
          clearTimeout(drained);
          end({ exitCode, signal });
        });
      });
    });
  }

  /** Whether requests can still be answered. */
  get alive(): boolean {
    return this.#death === undefined && this.#child.connected && !this.#child.killed;
  }

  /**
   * Asks the child and waits for the reply.
   * @param timeoutMs after which the child counts as stuck and is killed
   * @throws StudioError `engine/worker-failed` when the child died or was killed (data: `reason`
   *   `exit` or `timeout`, `exitCode`, `signal`, `stderr`); whatever the child answered with
   *   otherwise
   */
  request<Body extends RequestBody>(body: Body, timeoutMs: number): Promise<ReplyTo<Body>> {
    return new Promise((resolve, reject) => {
      if (this.#death !== undefined) {
        reject(this.#death);
        return;
      }
      const id = this.#nextId++;
      const watchdog = setTimeout(() => {
        this.#timedOut = true;
        this.kill();
      }, timeoutMs);
      this.#pending.set(id, {
        kind: body.kind,
        // The kind of the reply is checked on arrival.
        resolve: resolve as (reply: ChildReply) => void,
        reject,
        watchdog,
      });
      if (!this.#child.connected) {
        // Gone already; its exit, which is on the way, settles the request.
        this.kill();
        return;
      }
      this.#child.send({ ...body, id }, (error) => {
        if (error !== null) this.kill();
      });
    });
  }

  /** Ends the process at once; its open requests fail. */
  kill(): void {
    this.#child.kill('SIGKILL');
  }

  #receive(reply: ChildReply): void {
    const pending = this.#pending.get(reply.id);
    if (pending === undefined) return;
    this.#pending.delete(reply.id);
    clearTimeout(pending.watchdog);
    if (reply.kind === 'failed') pending.reject(errorFromJson(reply.error));
    else if (reply.kind === replyKinds[pending.kind]) pending.resolve(reply);
    else {
      pending.reject(
        new StudioError('internal', `A child answered ${pending.kind} with ${reply.kind}`),
      );
    }
  }

  #die(data: { exitCode: number | null; signal: string | null }, cause?: unknown): void {
    if (this.#death !== undefined) return;
    const reason = this.#timedOut ? 'timeout' : 'exit';
    this.#death = new StudioError(
      'engine/worker-failed',
      this.#timedOut ? 'A recognition process was stuck' : 'A recognition process ended',
      { data: { reason, ...data, stderr: this.#stderr.trim() }, cause },
    );
    for (const pending of this.#pending.values()) {
      clearTimeout(pending.watchdog);
      pending.reject(this.#death);
    }
    this.#pending.clear();
  }
}
