import { readFields } from '@core/replies/reply-values';

/** What is told of a sentence, under the names of the other real-time service. */
interface NamedEvent {
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/**
 * An event of real-time recognition of the vendor's model studio (Paraformer, Fun-ASR; `header.event`),
 * as the same event of the older service [IS10]: what is final ends its sentence, all else goes before it.
 */
export function readStudioEvent(
  header: Readonly<Record<string, unknown>>,
  payload: Readonly<Record<string, unknown>>,
): NamedEvent | undefined {
  const { event } = header;
  if (typeof event !== 'string') return undefined;
  if (event === 'task-failed') return { name: 'TaskFailed', payload: {} };
  const sentence = readFields(readFields(payload['output'])?.['sentence']);
  if (event !== 'result-generated' || sentence === undefined || sentence['heartbeat'] === true) {
    return { name: event, payload: {} };
  }
  const { text: result, begin_time: begin, end_time: time, words, sentence_end: isEnd } = sentence;
  // Older models do not say that a sentence has ended, but when.
  const isFinal = isEnd === true || (isEnd === undefined && typeof time === 'number');
  return {
    name: isFinal ? 'SentenceEnd' : 'TranscriptionResultChanged',
    payload: {
      ...{ result, begin_time: begin, time, words, index: sentence['sentence_id'] },
      ...{ channel_id: sentence['channel_id'], speaker_id: sentence['speaker_id'] },
    },
  };
}
