import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import type { Readable, Writable } from 'node:stream';
import { createChildEnvironment } from '@core/environment/child-environment';
import { StudioError } from '@core/errors/studio-error';

/** How a child process ended. `spawnError` is set where it never ran. */
export interface ToolEnd {
  readonly exitCode: number | undefined;
  /** The signal that ended it, whoever sent it. */
  readonly signal: NodeJS.Signals | undefined;
  readonly spawnError: Error | undefined;
}

export interface RunningTool {
  readonly stdout: Readable;
  /** Only where it was asked for. A write to it after its end is lost without an error. */
  readonly stdin: Writable | undefined;
  /** Resolves once the process is gone and its pipes are closed; never rejects. */
  readonly ended: Promise<ToolEnd>;
  /** The end of what it said on stderr, as lines without blanks around them. */
  readonly stderrLines: () => readonly string[];
  /** Ends the process at once; harmless when it has ended. */
  readonly kill: () => void;
}

/** How a tool ended that did not end well, as a reason to tell; undefined after a good end. */
export function describeEnd({ exitCode, signal }: ToolEnd): string | undefined {
  if (signal !== undefined) return `it was ended by ${signal}`;
  return exitCode === 0 ? undefined : `it ended with code ${String(exitCode)}`;
}

/** Enough for the last words of a failing tool; a damaged file can make ffmpeg print megabytes. */
const stderrTailLength = 16_384;

/**
 * Starts a media tool without a shell: arguments reach it as they are, whatever a file is called.
 * SIGKILL rather than SIGTERM ends it, because ffmpeg answers SIGTERM only between packets.
 *
 * @param options `inBackground`: long work, which leaves the processor to whatever a person is doing;
 *   `hasInput`: it reads what is written to its `stdin`
 */
export function startTool(
  path: string,
  toolArguments: readonly string[],
  {
    inBackground = false,
    hasInput = false,
  }: { readonly inBackground?: boolean; readonly hasInput?: boolean } = {},
): RunningTool {
  const child = spawn(path, toolArguments, {
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
    // Colour codes would end up in error texts. FFREPORT, which is not handed on, would write log
    // files beside the app.
    env: createChildEnvironment('tool', process.env, { AV_LOG_FORCE_NOCOLOR: '1' }),
  });
  if (inBackground && child.pid !== undefined) lowerPriority(child.pid);
  // A tool that ends before it has read all of it says why in its own way.
  child.stdin.on('error', () => undefined);
  if (!hasInput) child.stdin.end();
  let tail = '';
  child.stderr.setEncoding('utf8');
  child.stderr.on('data', (text: string) => {
    tail = (tail + text).slice(-stderrTailLength);
  });
  const ended = new Promise<ToolEnd>((resolve) => {
    child.once('error', (spawnError) => {
      // A process that never started emits no `close`; one that could not be killed still will.
      if (child.pid === undefined) resolve({ exitCode: undefined, signal: undefined, spawnError });
    });
    child.once('close', (exitCode, signal) => {
      const end = { exitCode: exitCode ?? undefined, signal: signal ?? undefined };
      resolve({ ...end, spawnError: undefined });
    });
  });
  return {
    stdout: child.stdout,
    stdin: hasInput ? child.stdin : undefined,
    ended,
    stderrLines: () =>
      tail
        .split(/\r?\n|\r/)
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    kill: () => child.kill('SIGKILL'),
  };
}

function lowerPriority(processId: number): void {
  try {
    setPriority(processId, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already, or the system does not let us: it runs as it is.
  }
}

export interface ToolOutput extends ToolEnd {
  readonly stdout: string;
  readonly stderrLines: readonly string[];
  /** Whether it was ended here because it took too long or said too much. */
  readonly stopped: 'time' | 'size' | undefined;
}

/**
 * Runs a tool to its end and gives what it printed.
 * @throws StudioError `job/cancelled` when `signal` aborts
 */
export async function collectTool(
  path: string,
  toolArguments: readonly string[],
  limits: {
    readonly timeoutMs: number;
    readonly maximumBytes: number;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<ToolOutput> {
  throwIfCancelled(limits.signal);
  const tool = startTool(path, toolArguments);
  let stopped: ToolOutput['stopped'];
  const timer = setTimeout(() => {
    stopped = 'time';
    tool.kill();
  }, limits.timeoutMs);
  limits.signal?.addEventListener('abort', tool.kill);
  const chunks: Buffer[] = [];
  let bytes = 0;
  tool.stdout.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > limits.maximumBytes) {
      stopped = 'size';
      tool.kill();
    } else {
      chunks.push(chunk);
    }
  });
  const end = await tool.ended;
  clearTimeout(timer);
  limits.signal?.removeEventListener('abort', tool.kill);
  throwIfCancelled(limits.signal);
  return {
    ...end,
    stdout: Buffer.concat(chunks).toString('utf8'),
    stderrLines: tool.stderrLines(),
    stopped,
  };
}

/** @throws StudioError `job/cancelled` when `signal` has aborted */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new StudioError('job/cancelled', 'The work was stopped');
}
