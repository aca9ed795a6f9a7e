import { omitUndefined } from '../../omit-undefined';
import { readFields, readSpeaker, readText } from '../../replies/reply-values';
import type { AsrDialect } from './dialect';
import { groupTurns, mapSpeech, type TurnWord } from './map-speech';
import { refuseResult } from './refuse-result';
import {
  type Fields,
  readConfidence,
  readItems,
  readLanguage,
  readObject,
  readObjects,
  readPath,
  readSeconds,
} from './values';

const name = 'Amazon Transcribe';

/**
 * Amazon Transcribe: items with times as text of seconds, marks as items without times; speakers and
 * channels stand in lists of their own, or, in newer results, in the items as well.
 */
export const awsTranscribe: AsrDialect = {
  id: 'aws-transcribe',
  name,
  recognise: ([value, ...more]) => {
    if (more.length > 0) return false;
    const results = readFields(readPath(value, 'results'));
    if (results !== undefined && ('items' in results || 'channel_labels' in results)) return true;
    const fields = readFields(value) ?? {};
    return 'TranscriptionJob' in fields || ('jobName' in fields && 'status' in fields);
  },
  *read([value]) {
    const root = readObject(value);
    refuseJob(root);
    const results = readObject(root['results']);
    const channels = readObjects(readPath(results, 'channel_labels', 'channels'));
    const words =
      channels.length > 0
        ? channels.flatMap((channel, index) =>
            readItemWords(channel['items'], findSpeakers(channel), readLabel(channel, index)),
          )
        : readItemWords(results['items'], findSpeakers(results), 0);
    const language = readLanguage(
      results['language_code'] ??
        readPath(readItems(results['language_codes'])[0], 'language_code') ??
        root['language_code'],
    );
    const reply = yield* mapSpeech({ sentences: groupTurns(words) }, name);
    return { reply, hasCues: false, ...omitUndefined({ language }) };
  },
};

/** The answer to a question about a job has the link to its result at best. */
function refuseJob(root: Fields): void {
  const job = readObject(root['TranscriptionJob']);
  const status = readText(job['TranscriptionJobStatus'] ?? root['status']) ?? '';
  if (status === 'FAILED') {
    refuseResult('failed', name, readText(job['FailureReason'] ?? root['failureReason']) ?? status);
  }
  if ('TranscriptionJob' in root) {
    refuseResult(status === 'COMPLETED' ? 'elsewhere' : 'unfinished', name, status);
  }
  if (status !== '' && status !== 'COMPLETED') refuseResult('unfinished', name, status);
}

/** `ch_0` is the first channel. */
function readLabel({ channel_label: label }: Fields, index: number): number {
  const match = /^ch_(\d{1,2})$/u.exec(readText(label) ?? '');
  return match === null ? index : Number(match[1]);
}

/** By the time of a word, who says it. */
function findSpeakers(owner: Fields): ReadonlyMap<string, string> {
  const speakers = new Map<string, string>();
  for (const segment of readObjects(readPath(owner, 'speaker_labels', 'segments'))) {
    for (const item of [segment, ...readObjects(segment['items'])]) {
      const speaker = readSpeaker(item['speaker_label']);
      if (speaker !== undefined) speakers.set(String(item['start_time']), speaker);
    }
  }
  return speakers;
}

function readItemWords(
  items: unknown,
  speakers: ReadonlyMap<string, string>,
  channel: number,
): readonly TurnWord[] {
  const words: TurnWord[] = [];
  for (const item of readObjects(items)) {
    const best = readObject(readItems(item['alternatives'])[0]);
    const text = readText(best['content'] ?? item['content']);
    const last = words.at(-1);
    if (item['type'] === 'punctuation') {
      const mark = (last?.mark ?? '') + (text ?? '');
      if (last !== undefined) words[words.length - 1] = { ...last, mark };
      continue;
    }
    const confidence = readConfidence(best['confidence']);
    words.push({
      text: text ?? '',
      beginMs: readSeconds(item['start_time']),
      endMs: readSeconds(item['end_time']),
      isUnreadable: text === undefined,
      channel,
      speaker:
        readSpeaker(item['speaker_label']) ??
        speakers.get(String(item['start_time'])) ??
        (speakers.size > 0 ? last?.speaker : undefined),
      ...omitUndefined({ confidence }),
    });
  }
  return words;
}
