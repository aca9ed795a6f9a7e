import { omitUndefined } from '../omit-undefined';
import { type ErrorCode, errorCodes } from './error-codes';

/** A value that survives JSON unchanged. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

export type ErrorData = Readonly<Record<string, JsonValue>>;

/** The form in which an error crosses a process, a socket or a file. */
export interface StudioErrorJson {
  readonly name: 'StudioError';
  readonly code: ErrorCode;
  readonly message: string;
  readonly data: ErrorData;
  readonly cause?: string;
}

/**
 * An expected failure. `message` is for logs, in English; people read the catalogue's text for
 * `code`, filled from `data`. Neither may hold a secret: both are printed.
 */
export class StudioError extends Error {
  override readonly name = 'StudioError';
  readonly code: ErrorCode;
  readonly data: ErrorData;

  constructor(
    code: ErrorCode,
    message: string,
    options: { readonly data?: ErrorData; readonly cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.data = options.data ?? {};
  }
}

/** Text of anything thrown, for logs and for the `cause` of a {@link StudioErrorJson}. */
export function describeThrown(thrown: unknown): string {
  if (thrown instanceof Error) return thrown.message;
  return typeof thrown === 'string' ? thrown : JSON.stringify(thrown);
}

/** Any thrown value as a {@link StudioError}: itself, or an `internal` one around it (a bug). */
export function toStudioError(thrown: unknown): StudioError {
  if (thrown instanceof StudioError) return thrown;
  return new StudioError('internal', describeThrown(thrown), { cause: thrown });
}

/** JSON form of an error; the cause is reduced to its text. */
export function errorToJson(error: StudioError): StudioErrorJson {
  const cause = error.cause === undefined ? {} : { cause: describeThrown(error.cause) };
  return {
    name: 'StudioError',
    code: error.code,
    message: error.message,
    data: error.data,
    ...cause,
  };
}

/** The error that {@link errorToJson} described; anything else becomes `internal`. */
export function errorFromJson(value: unknown): StudioError {
  if (isErrorJson(value)) {
    return new StudioError(value.code, value.message, {
      data: value.data,
      ...omitUndefined({ cause: value.cause }),
    });
  }
  return new StudioError('internal', describeThrown(value), { cause: value });
}

function isErrorJson(value: unknown): value is StudioErrorJson {
  if (typeof value !== 'object' || value === null) return false;
  const candidate = value as Partial<StudioErrorJson>;
  return (
    candidate.name === 'StudioError' &&
    typeof candidate.message === 'string' &&
    typeof candidate.data === 'object' &&
    errorCodes.includes(candidate.code as ErrorCode)
  );
}

/** Whether a person asked for the stop. Such an end is not shown as a failure. */
export function isCancelled(thrown: unknown): boolean {
  return thrown instanceof StudioError && thrown.code === 'job/cancelled';
}
