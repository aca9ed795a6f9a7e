import type { StudioError } from '@core/errors/studio-error';
import type { FlashReply } from '../flash/flash-reply';

/** What the vendor's SDK tells on the way, under its names. */
export type FileTransEvent =
  | 'EVENT_FILE_TRANS_CONNECTED'
  | 'EVENT_FILE_TRANS_UPLOADED'
  | 'EVENT_FILE_TRANS_RESULT'
  | 'EVENT_ASR_ERROR';

/** What comes with EVENT_FILE_TRANS_RESULT and EVENT_ASR_ERROR. */
export interface AsrResult {
  /** The reply as it came, or the failure's text. */
  readonly asrResult: string;
  readonly outcome?: { readonly kind: 'recognised' | 'silent'; readonly reply: FlashReply };
  readonly error?: StudioError;
}

/** Levels of the SDK, from all to nothing. */
export const sdkLogLevels = [
  'LOG_LEVEL_VERBOSE',
  'LOG_LEVEL_DEBUG',
  'LOG_LEVEL_INFO',
  'LOG_LEVEL_WARNING',
  'LOG_LEVEL_ERROR',
  'LOG_LEVEL_NONE',
] as const;

export type SdkLogLevel = (typeof sdkLogLevels)[number];

export interface FileTransCallbacks {
  /**
   * Each task ends with one RESULT or one ERROR, unless it was stopped; a stopped one is silent.
   * @param resultCode 0, or with EVENT_ASR_ERROR a number of the SDK's table
   * @param reserved the SDK's second argument, always 0
   */
  onFileTransEvent(
    event: FileTransEvent,
    resultCode: number,
    reserved: number,
    result: AsrResult | undefined,
    taskId: string,
  ): void;
  /** Ours: bytes that were uploaded so far; starts anew where the token had to be renewed. */
  onProgress?(sentBytes: number, totalBytes: number, taskId: string): void;
  /** Ours: where log lines go; none holds a secret. */
  onLog?(level: SdkLogLevel, line: string): void;
}
