/**
 * Every expected failure of the product. A code is stable: it is printed, matched on by callers
 * and looked up in the message catalogue, where each has what happened and what to do next.
 * Exit codes of the command line derive from {@link exitCodeOf}.
 */
export const errorCodes = [
  'internal',
  'usage/invalid',
  'job/cancelled',
  'media/not-found',
  'media/not-a-file',
  'media/empty',
  'media/unreadable',
  'media/no-audio',
  'tool/ffmpeg-missing',
  'tool/ffmpeg-failed',
  'engine/unavailable',
  'engine/unsupported-language',
  'engine/worker-failed',
  'engine/unauthorised',
  'engine/forbidden',
  'engine/throttled',
  'engine/refused',
  'engine/audio-refused',
  'engine/failed',
  'engine/reply-unreadable',
  'engine/clock-skewed',
  'network/unreachable',
  'network/timed-out',
  'network/tls',
  'network/proxy',
  'storage/no-bucket',
  'storage/forbidden',
  'storage/wrong-region',
  'storage/failed',
  'credentials/missing',
  'credentials/locked',
  'credentials/unavailable',
  'model/missing',
  'model/corrupt',
  'text/unreadable',
  'text/empty',
  'output/exists',
  'output/unwritable',
  'cache/unwritable',
  'settings/unreadable',
  'settings/unwritable',
  'project/not-found',
  'project/conflict',
  'project/unreadable',
  'project/too-new',
  'project/unwritable',
  'project/busy',
  'file/not-granted',
  'file/too-large',
  'media/proxy-failed',
  'media/other-recording',
  'job/not-found',
  'job/interrupted',
  'job/not-waiting',
  'job/ended',
  'host/unsupported',
  'host/unreachable',
  'host/already-running',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Process exit codes of the command line; a fixed part of its contract. */
export const exitCodes = {
  done: 0,
  bug: 1,
  usage: 2,
  media: 3,
  engine: 4,
  cancelled: 5,
  output: 6,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

const exitCodeByGroup: Readonly<Record<string, ExitCode>> = {
  usage: exitCodes.usage,
  job: exitCodes.cancelled,
  media: exitCodes.media,
  text: exitCodes.media,
  tool: exitCodes.engine,
  engine: exitCodes.engine,
  network: exitCodes.engine,
  storage: exitCodes.engine,
  credentials: exitCodes.engine,
  model: exitCodes.engine,
  settings: exitCodes.engine,
  output: exitCodes.output,
  cache: exitCodes.output,
  project: exitCodes.output,
  file: exitCodes.usage,
  host: exitCodes.engine,
};

/** The exit code a process ends with when `code` stopped it; `internal` is a bug and gives 1. */
export function exitCodeOf(code: ErrorCode): ExitCode {
  return exitCodeByGroup[code.split('/')[0] ?? ''] ?? exitCodes.bug;
}
