/** Which service a fault is meant for; `task` is the outcome of a submitted file. */
export type FaultTarget = 'token' | 'flash' | 'submit' | 'task' | 'result' | 'service';

/** A refusal in the service's own form. */
export interface RefuseFault {
  readonly kind: 'refuse';
  readonly code: number | string;
  readonly text?: string;
  readonly httpStatus?: number;
}

/** Something that goes wrong on the way. The first four work for every service, OSS included. */
export type NetworkFault =
  /** The connection is reset once so many bytes of the body have come. */
  | { readonly kind: 'reset'; readonly afterBytes: number }
  /** Reading stops after so many bytes of the body, and nothing happens until the client goes. */
  | { readonly kind: 'stall'; readonly afterBytes: number }
  /** The request is read; there is no answer until the client goes. */
  | { readonly kind: 'never' }
  /** An answer from something in front of the service: a 502 with a page, say. */
  | { readonly kind: 'status'; readonly httpStatus: number; readonly body?: string }
  /** The answer comes late, and then in small pieces where a speed is given. */
  | { readonly kind: 'slow'; readonly delayMs: number; readonly bytesPerSecond?: number }
  /** Half of the body, then a reset. */
  | { readonly kind: 'half-reply' }
  /** HTTP 200 with a page of HTML. */
  | { readonly kind: 'not-json' }
  /** Content-Length differs from the body by so many bytes. */
  | { readonly kind: 'wrong-length'; readonly byBytes: number }
  /** The right answer with fields that nobody knows, at every level. */
  | { readonly kind: 'extra-fields' }
  /** A transcript of so many sentences, whatever the audio. */
  | { readonly kind: 'sentences'; readonly count: number };

export type FaultKind = (RefuseFault | NetworkFault) & {
  /** For how many requests, by default one. */
  readonly times?: number;
  /** Only for requests whose path (with its query) matches; the others pass. */
  readonly path?: RegExp;
  /** Only for requests with this method. */
  readonly method?: string;
};

/** A fault as a test writes it: a bare `{ code }` is a refusal. */
export type Fault = FaultKind | (Omit<RefuseFault, 'kind'> & { readonly times?: number });

interface WaitingFault {
  readonly fault: FaultKind;
  left: number;
}

/** Faults that wait for their request, first come first served within a service. */
export class FaultQueue {
  private readonly waiting = new Map<FaultTarget, WaitingFault[]>();

  /** Replaces what waits for a target; nothing given clears it. */
  set(target: FaultTarget, faults: Fault | readonly Fault[]): void {
    const list = isList(faults) ? faults : [faults];
    this.waiting.set(
      target,
      list.map((given) => {
        const fault: FaultKind = 'kind' in given ? given : { kind: 'refuse', ...given };
        return { fault, left: fault.times ?? 1 };
      }),
    );
  }

  /** The fault for this request, which is used up by it; undefined where there is none. */
  take(target: FaultTarget, request: { method: string; url: string }): FaultKind | undefined {
    const list = this.waiting.get(target) ?? [];
    const index = list.findIndex(
      ({ fault: { path, method } }) =>
        (path?.test(request.url) ?? true) && (method ?? request.method) === request.method,
    );
    const entry = list[index];
    if (entry === undefined) return undefined;
    entry.left -= 1;
    if (entry.left <= 0) list.splice(index, 1);
    return entry.fault;
  }
}

function isList(faults: Fault | readonly Fault[]): faults is readonly Fault[] {
  return Array.isArray(faults);
}
