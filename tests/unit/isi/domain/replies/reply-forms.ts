/** What is said in every form of reply; marks stand behind the last word of a sentence. */
export const spokenLines = [
  { text: '今天开会。', words: ['今天', '开会'], beginMs: 1_000, endMs: 2_800 },
  { text: '我们先看数据。', words: ['我们', '先看', '数据'], beginMs: 4_000, endMs: 6_400 },
  { text: '下次再说。', words: ['下次', '再说'], beginMs: 8_000, endMs: 9_600 },
] as const;

export const recordingMs = 12_000;

export type Fields = Record<string, unknown>;

/** Names by which a form tells what stands in a sentence or word; undefined: it does not. */
export interface FormNames {
  readonly text: string;
  readonly begin: string;
  readonly end: string;
  readonly channel?: string;
  readonly speaker?: string;
  readonly words?: string;
}

export interface WordNames {
  readonly text: string;
  readonly begin: string;
  readonly end: string;
  readonly channel?: string;
  readonly mark?: string;
}

/** A form of reply, as plain objects that a test may spoil before they are written. */
export interface ReplyForm {
  readonly name: string;
  readonly sentence: FormNames;
  readonly word?: WordNames;
  /** Whether the words stand in a list of their own. */
  readonly isFlat?: boolean;
  /** Whether a service gives times of words as text. */
  readonly hasTextTimes?: boolean;
  /** Where the lists stand in what `wrap` gives, for errors. */
  readonly paths: { readonly sentences: string; readonly words?: string };
  readonly wrap: (sentences: unknown, words: unknown) => unknown;
  readonly write?: (reply: unknown) => string;
}

const pascal: FormNames = {
  ...{ text: 'Text', begin: 'BeginTime', end: 'EndTime' },
  ...{ channel: 'ChannelId', speaker: 'SpeakerId' },
};
const pascalWord: WordNames = {
  ...{ text: 'Word', begin: 'BeginTime', end: 'EndTime', channel: 'ChannelId' },
};
const snake: FormNames = {
  ...{ text: 'text', begin: 'begin_time', end: 'end_time', channel: 'channel_id' },
};

const wrapFile = (sentences: unknown, words: unknown): Fields => ({
  ...{ TaskId: 't', RequestId: 'r', StatusCode: 21050000, StatusText: 'SUCCESS' },
  ...{ BizDuration: recordingMs, SolveTime: 1540363288472 },
  Result: { Sentences: sentences, Words: words },
});
const fileForm = {
  ...{ sentence: pascal, word: pascalWord, isFlat: true },
  paths: { sentences: 'Result.Sentences', words: 'Result.Words' },
};

export const replyForms: readonly ReplyForm[] = [
  {
    name: 'flash',
    sentence: { ...snake, words: 'words' },
    word: { text: 'text', begin: 'begin_time', end: 'end_time', mark: 'punc' },
    hasTextTimes: true,
    paths: { sentences: 'flash_result.sentences' },
    wrap: (sentences) => ({
      ...{ task_id: 't', status: 20000000, message: 'SUCCESS' },
      flash_result: { duration: recordingMs, latency: 12, sentences },
    }),
  },
  { name: 'file query', ...fileForm, wrap: wrapFile },
  {
    name: 'callback 4.0',
    ...fileForm,
    // It differs by what it lacks; what is undefined is not written.
    wrap: (sentences, words) => ({ ...wrapFile(sentences, words), RequestId: undefined }),
  },
  {
    name: 'callback 2.0',
    sentence: { ...snake, speaker: 'speaker_id' },
    paths: { sentences: 'result' },
    wrap: (sentences) => ({
      ...{ task_id: 't', status_code: 21050000, status_text: 'SUCCESS' },
      ...{ biz_duration: recordingMs, result: sentences },
    }),
  },
  {
    name: 'wrapped by an SDK',
    ...fileForm,
    wrap: (sentences, words) => ({
      ...{ headers: { 'x-acs-request-id': '1' }, statusCode: 200 },
      body: wrapFile(sentences, words),
    }),
  },
  {
    name: 'wrapped, as text in a list',
    ...fileForm,
    wrap: (sentences, words) => [
      { headers: {}, statusCode: 200, body: JSON.stringify(wrapFile(sentences, words)) },
    ],
  },
  {
    name: 'SentenceEnd',
    sentence: { text: 'result', begin: 'begin_time', end: 'time', words: 'words' },
    word: { text: 'text', begin: 'startTime', end: 'endTime' },
    paths: { sentences: 'payload' },
    wrap: (sentences) =>
      Array.isArray(sentences)
        ? sentences.map((payload: unknown, index) => ({
            header: {
              ...{ namespace: 'SpeechTranscriber', name: 'SentenceEnd', status: 20000000 },
              ...{ message_id: String(index), task_id: 't' },
            },
            payload:
              typeof payload === 'object' && payload !== null
                ? { index: index + 1, ...payload }
                : payload,
          }))
        : sentences,
    write: (events) =>
      Array.isArray(events)
        ? events.map((event) => JSON.stringify(event)).join('\n')
        : JSON.stringify(events ?? null),
  },
  {
    name: 'Paraformer',
    sentence: { ...snake, speaker: 'speaker_id', words: 'words' },
    word: { text: 'text', begin: 'begin_time', end: 'end_time', mark: 'punctuation' },
    paths: { sentences: 'transcripts' },
    wrap: (sentences) => ({
      file_url: 'https://x.example.com/a.wav',
      properties: { channels: [0], original_duration_in_milliseconds: recordingMs },
      transcripts: [{ channel_id: 0, text: 'all', sentences }],
    }),
  },
];

/** The sentences of a form, new at each call, so that a test may change them. */
export function makeSentences({ sentence: names, word: wordNames, ...form }: ReplyForm): Fields[] {
  return spokenLines.map(({ text, beginMs, endMs, words }, index) => ({
    [names.text]: text,
    [names.begin]: beginMs,
    [names.end]: endMs,
    ...(names.channel === undefined ? {} : { [names.channel]: 0 }),
    ...(names.speaker === undefined ? {} : { [names.speaker]: String((index % 2) + 1) }),
    ...(names.words === undefined || wordNames === undefined
      ? {}
      : { [names.words]: makeWords(words, { beginMs, endMs }, wordNames, form.hasTextTimes) }),
  }));
}

/** The flat list of a form; undefined where it has none. */
export function makeFlatWords({ word, isFlat }: ReplyForm): Fields[] | undefined {
  if (word === undefined || isFlat !== true) return undefined;
  return spokenLines.flatMap(({ words, ...span }) => makeWords(words, span, word));
}

/** The text of a whole reply. */
export function writeReply(form: ReplyForm, sentences: unknown, words?: unknown): string {
  const reply = form.wrap(sentences, words);
  return (form.write ?? JSON.stringify)(reply);
}

function makeWords(
  words: readonly string[],
  { beginMs, endMs }: { readonly beginMs: number; readonly endMs: number },
  names: WordNames,
  hasTextTimes = false,
): Fields[] {
  const stepMs = Math.round((endMs - beginMs) / words.length);
  const write = (timeMs: number): number | string => (hasTextTimes ? String(timeMs) : timeMs);
  return words.map((text, index) => ({
    [names.text]: text,
    [names.begin]: write(beginMs + stepMs * index),
    [names.end]: write(beginMs + stepMs * (index + 1)),
    ...(names.channel === undefined ? {} : { [names.channel]: 0 }),
    ...(names.mark === undefined ? {} : { [names.mark]: index === words.length - 1 ? '。' : '' }),
  }));
}
