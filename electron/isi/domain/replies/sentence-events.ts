import type { Steps } from '@core/steps';
import { mapSentencesInSteps } from '@core/replies/map-sentences';
import { readSpeech } from './read-speech';
import { refuseNothingRead } from './refuse-nothing-read';
import { readFields, readText } from '@core/replies/reply-values';
import { findLastEndMs, type SpokenReply } from '@core/replies/spoken-reply';
import { readStudioEvent } from './studio-event';
import type { MapReplyOptions } from '@core/replies/given-sentence';

/** An event of real-time recognition, as its clients receive it. */
export interface SpeechEvent {
  readonly name: string;
  readonly taskId: string | undefined;
  readonly status: string | number | undefined;
  readonly statusText: string | undefined;
  readonly payload: Readonly<Record<string, unknown>>;
}

/**
 * An event of the vendor's real-time services (`header.namespace` SpeechTranscriber and alike), or of its
 * model studio.
 */
export function readSpeechEvent(value: unknown): SpeechEvent | undefined {
  const fields = readFields(value);
  const header = readFields(fields?.['header']);
  if (fields === undefined || header === undefined) return undefined;
  const payload = readFields(fields['payload']) ?? {};
  const { name } = header;
  const found = typeof name === 'string' ? { name, payload } : readStudioEvent(header, payload);
  if (found === undefined) return undefined;
  const { status = header['error_code'], status_text: statusText } = header;
  const statusMessage = readText(header['status_message']) ?? readText(header['error_message']);
  return {
    ...found,
    taskId: readText(header['task_id']),
    status: typeof status === 'number' || typeof status === 'string' ? status : undefined,
    statusText: readText(statusText) ?? statusMessage,
  };
}

/** What ends a sentence, and the whole of a short utterance; the rest only prepares them. */
const finalNames = ['SentenceEnd', 'RecognitionCompleted'];
const interimNames = ['TranscriptionResultChanged', 'RecognitionResultChanged'];

/**
 * In steps: the sentences of a session of real-time recognition [IS10]: each by its last event of the kind
 * SentenceEnd, or of what was heard of it where the session broke off before.
 * @throws StudioError `engine/reply-unreadable` (`wrong-field`) where nothing of it can be read
 */
export function* mapSentenceEvents(
  events: readonly SpeechEvent[],
  options: MapReplyOptions,
): Steps<SpokenReply> {
  const path = 'payload';
  const sentences = chooseEvents(events).map(describeSentence);
  const { segments, repairs } = yield* mapSentencesInSteps(
    readSpeech({ value: sentences, path }),
    [],
    options,
  );
  refuseNothingRead(segments, repairs, path);
  return { segments, durationMs: findLastEndMs(segments), repairs };
}

function chooseEvents(events: readonly SpeechEvent[]): readonly SpeechEvent[] {
  const chosen = new Map<unknown, SpeechEvent>();
  for (const event of events) {
    const isFinal = finalNames.includes(event.name);
    if (!isFinal && !interimNames.includes(event.name)) continue;
    const { index } = event.payload;
    // Without a number each is one of its own.
    const key = typeof index === 'number' || typeof index === 'string' ? String(index) : event;
    if (!isFinal && (key === event || finalNames.includes(chosen.get(key)?.name ?? ''))) continue;
    chosen.set(key, event);
  }
  return [...chosen.values()];
}

/** `time` is how far the service had come: at the end of a sentence, its end. */
function describeSentence({ payload }: SpeechEvent): Readonly<Record<string, unknown>> {
  const {
    result,
    begin_time: begin,
    time,
    words,
    channel_id: channel,
    speaker_id: speaker,
  } = payload;
  return {
    ...{ text: result, begin_time: begin, end_time: time, words },
    ...{ channel_id: channel, speaker_id: speaker },
  };
}
