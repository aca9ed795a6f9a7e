/**
 * Under which names the forms of reply tell a thing, without case and underlines: `BeginTime`,
 * `begin_time` and the `beginTime` of some SDKs are one name.
 */
const nameByFolded: Readonly<Record<string, keyof GivenFields>> = {
  text: 'text',
  word: 'text',
  begintime: 'begin',
  starttime: 'begin',
  endtime: 'end',
  channelid: 'channel',
  speakerid: 'speaker',
  words: 'words',
  punc: 'mark',
  punctuation: 'mark',
};

/** What an entry of a reply tells; absent where it has no such field, or null there. */
export interface GivenFields {
  text?: unknown;
  begin?: unknown;
  end?: unknown;
  channel?: unknown;
  speaker?: unknown;
  words?: unknown;
  mark?: unknown;
}

/** A long reply has few different names. */
const known = new Map<string, keyof GivenFields | undefined>();
const mostKnown = 500;

/** The fields of a sentence or a word by what they tell. */
export function readGiven(fields: Readonly<Record<string, unknown>>): GivenFields {
  const given: GivenFields = {};
  for (const key of Object.keys(fields)) {
    const name = findName(key);
    const value = fields[key];
    if (name !== undefined && value !== null && value !== undefined) given[name] ??= value;
  }
  return given;
}

/** Whether an object looks like a sentence or a word, and not like a list of them. */
export function tellsSpeech({ text, begin, end }: GivenFields): boolean {
  return text !== undefined || begin !== undefined || end !== undefined;
}

function findName(key: string): keyof GivenFields | undefined {
  if (known.has(key)) return known.get(key);
  const folded = key.replaceAll('_', '').toLowerCase();
  const name = Object.hasOwn(nameByFolded, folded) ? nameByFolded[folded] : undefined;
  if (known.size < mostKnown) known.set(key, name);
  return name;
}
