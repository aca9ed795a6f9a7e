import { StudioError } from '../../errors/studio-error';
import type { ReplyRepair } from '../../replies/reply-repair';
import { joinRepairs } from '../../replies/reply-repair';
import { readJsonValues } from '../../replies/read-json-values';
import { formatTimecode } from '../../timing/timecode';
import type { ReadFile, ReadHints, Repair } from '../format';
import type { FormatDocument } from '../format-document';
import { buildResultDocument } from './build-result-document';
import type { Steps } from '../../steps';
import type { AsrDialect, AsrResult } from './dialect';
import { asrDialects } from './dialects';

/**
 * Reads what another program or service recognised [FM70], in steps.
 * @param text one JSON value, or several, one after the other
 * @returns undefined for what none of them writes
 * @throws StudioError `text/unreadable` where it has no transcript [FM72], by `data.result`
 */
export function* readAsrJson(
  text: string,
  { language, dialects = [] }: ReadHints,
): Steps<Omit<ReadFile, 'encoding'> | undefined> {
  yield;
  const values = readValues(text);
  yield;
  if (values === undefined) return undefined;
  const dialect = [...asrDialects, ...dialects].find(({ recognise }) => recognise(values));
  if (dialect === undefined) return undefined;
  const result = yield* readAs(dialect, values);
  const engine = result.service ?? dialect.id;
  const document = yield* buildResultDocument(result, engine, language);
  const repairs = listRepairs(joinRepairs(result.reply.repairs), document, text);
  const isSilent = document.sentences.length === 0 && repairs.length === 0;
  return { document, repairs: isSilent ? [{ code: 'result-silent', line: 1 }] : repairs };
}

function readValues(text: string): readonly unknown[] | undefined {
  try {
    return readJsonValues(text);
  } catch {
    // What is no JSON is refused by who asked, in its own words.
    return undefined;
  }
}

/** Whatever a dialect refuses is a file that cannot be read; what it knows of it is kept. */
function* readAs(dialect: AsrDialect, values: readonly unknown[]): Steps<AsrResult> {
  try {
    const reading = dialect.read(values);
    return 'next' in reading ? yield* reading : reading;
  } catch (cause) {
    if (!(cause instanceof StudioError) || cause.code === 'text/unreadable') throw cause;
    const data = { result: 'failed', engine: dialect.name, ...cause.data };
    throw new StudioError('text/unreadable', cause.message, { data, cause });
  }
}

function listRepairs(
  repairs: readonly ReplyRepair[],
  document: FormatDocument,
  text: string,
): readonly Repair[] {
  return repairs.flatMap(({ beginMs, endMs, sentences, words, leftOut }) => {
    const line = findLine(text, document, beginMs);
    const span = [beginMs, endMs].map((timeMs) => formatTimecode(timeMs, '.')).join(' – ');
    const tell = (code: string, count: number): readonly Repair[] =>
      count === 0 ? [] : [{ code, line, after: `${span} (${count})` }];
    return [
      ...tell('result-sentences-mended', sentences),
      ...tell('result-words-mended', words),
      ...tell('result-entries-unreadable', leftOut),
    ];
  });
}

/** The line in which the text stands that begins at a time; the first where none is found. */
function findLine(text: string, { sentences }: FormatDocument, beginMs: number): number {
  const said = sentences.find((sentence) => sentence.beginMs >= beginMs)?.text;
  const place = said === undefined ? -1 : text.indexOf(JSON.stringify(said).slice(1, -1));
  return place === -1 ? 1 : text.slice(0, place).split('\n').length;
}
