import type { TranscriptionRequest } from '../engine';

/** Whether a person asked that each channel be recognised by itself (protocol §2.2, §3.2). */
export function hearsEachChannel({ parameters }: TranscriptionRequest): boolean {
  return parameters?.['first_channel_only'] === false;
}
