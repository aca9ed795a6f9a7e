import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { missing } from '../pop/check-caller';
import type { PopRequest } from '../pop/pop-request';
import type { SimulatedAccount } from '../simulated-service';
import { Refusal, type SimulatedReply } from '../simulated-reply';
import { RateLimit, type SimulatorWorld } from '../simulator-world';
import { describeFileCode } from '../vendor-codes';
import { type FileTask, isVersion4, readFileTask } from './file-task';
import { processTask, type TaskOutcome } from './process-task';
import { sendCallback } from './send-callback';

interface RunningTask {
  readonly userId: string;
  readonly requestMs: number;
  readonly startedMs: number;
  ended: { readonly outcome: TaskOutcome; readonly solveMs: number } | undefined;
  queries: number;
  queriedMs: number;
}

const keptMs = 72 * 3_600_000;

/** File transcription: tasks and their states (protocol §3). Its refusals are replies of HTTP 200. */
export class FileService {
  private readonly tasks = new Map<string, RunningTask>();
  private readonly submits = new RateLimit();
  private readonly queryLimit = new RateLimit();

  private readonly world: SimulatorWorld;

  constructor(world: SimulatorWorld) {
    this.world = world;
  }

  /** @throws Refusal with the reason why no task was made */
  submit(request: PopRequest, account: SimulatedAccount): SimulatedReply {
    const { world } = this;
    if (!this.submits.allows(world.behaviour.submitsPerSecond)) {
      throw new Refusal('Throttling.User');
    }
    const text = request.parameters['Task'];
    if (text === undefined || text === '') throw missing('Task');
    if (account.denied?.includes('SubmitTask') === true) throw new Refusal(41050021);
    const own = world.appkeys.filter(({ userId }) => userId === account.userId);
    const task = readFileTask(text, (name) => own.some(({ appkey }) => appkey === name));
    const appkey = own.find((candidate) => candidate.appkey === task.appkey)!;
    if (own.some(({ isTrialExpired }) => isTrialExpired === true)) throw new Refusal(40000010);
    const taskId = randomUUID().replaceAll('-', '');
    const fault = world.faults.take('task', { method: request.method, url: task.file_link });
    const running: RunningTask = {
      userId: account.userId,
      requestMs: world.nowMs(),
      startedMs: performance.now(),
      ended: undefined,
      queries: 0,
      queriedMs: -Infinity,
    };
    this.tasks.set(taskId, running);
    const outcome = processTask(task, taskId, appkey, world, fault);
    void this.watch(taskId, running, task, outcome);
    return this.describe({ TaskId: taskId, StatusText: 'SUCCESS', StatusCode: 21050000 });
  }

  /** @throws Refusal where there is no such task, or it is asked for too often */
  query(request: PopRequest, account: SimulatedAccount): SimulatedReply {
    const { behaviour } = this.world;
    // `Taskid`, as the vendor's tables write it, is no parameter (protocol §6.2).
    const taskId = request.parameters['TaskId'];
    if (taskId === undefined || taskId === '') throw missing('TaskId');
    if (!this.queryLimit.allows(behaviour.queriesPerSecond)) throw new Refusal('Throttling.User');
    if (account.denied?.includes('GetTaskResult') === true) throw new Refusal(41050021);
    const task = this.tasks.get(taskId);
    const isKept = task !== undefined && this.world.nowMs() - task.requestMs <= keptMs;
    if (!isKept || task.userId !== account.userId) throw new Refusal(41050010);
    const sinceMs = performance.now() - task.queriedMs;
    if (sinceMs < behaviour.queryGapMs) throw new Refusal('Throttling.User');
    task.queriedMs = performance.now();
    task.queries += 1;
    if (task.queries <= behaviour.queueingQueries) {
      return this.describe({ TaskId: taskId, StatusText: 'QUEUEING', StatusCode: 21050002 });
    }
    const isEarly =
      task.queries <= behaviour.queueingQueries + behaviour.runningQueries ||
      performance.now() - task.startedMs < behaviour.taskMs;
    if (isEarly || task.ended === undefined) {
      return this.describe({
        TaskId: taskId,
        StatusText: 'RUNNING',
        BizDuration: 0,
        StatusCode: 21050001,
      });
    }
    const { outcome, solveMs } = task.ended;
    return this.describe({
      TaskId: taskId,
      StatusText: outcome.text,
      BizDuration: outcome.durationMs,
      SolveTime: solveMs,
      RequestTime: task.requestMs,
      StatusCode: outcome.code,
      ...(outcome.result === undefined ? {} : { Result: outcome.result }),
    });
  }

  /** A refusal of file transcription as a reply: business errors come with HTTP 200 (§0.6). */
  refuse({ code, text, httpStatus }: Refusal): SimulatedReply {
    const number = Number(code);
    const { body } = this.describe({
      TaskId: '',
      StatusText: text ?? describeFileCode(number),
      StatusCode: number,
    });
    return { status: httpStatus ?? 200, body };
  }

  private describe(fields: Readonly<Record<string, unknown>>): SimulatedReply {
    return { status: 200, body: { RequestId: randomUUID().toUpperCase(), ...fields } };
  }

  private async watch(
    taskId: string,
    running: RunningTask,
    task: FileTask,
    pending: Promise<TaskOutcome>,
  ): Promise<void> {
    const outcome = await pending.catch((): TaskOutcome => ({
      code: 51050000,
      text: 'INTERNAL_ERROR',
      durationMs: 0,
    }));
    const solveMs = this.world.nowMs();
    running.ended = { outcome, solveMs };
    if (task.enable_callback !== true || task.callback_url === undefined) return;
    const { requestMs } = running;
    // Who names no version came before 4.0 and is called back as then.
    const version = isVersion4(task) ? '4.0' : '2.0';
    const frame = { taskId, version, requestMs, solveMs };
    await sendCallback(task.callback_url, outcome, frame, this.world.closing);
  }
}
