import type { DocumentSource } from '../../records/document-properties';
import type { Region } from '../../records/kinds/region-kind';
import { hasWordTimes } from '../../transcript/pending-words';
import type { Sentence } from '../../transcript/sentence';
import { findAsWritten } from '../as-written';
import { orderByBegin } from '../file-order';
import type { FormatDocument } from '../format-document';
import { countSentences, type Loss } from '../list-losses';
import { listClassRules } from '../markup/vtt-dialect';
import { tidyLines } from '../text-lines';
import { type CueText, listCueTexts, type TimedTextOptions } from '../timed-text';
import { isSameCue } from './keep-cue';
import { settingNames } from './parse-vtt';
import { formatRegion, isRegionBlock, readRegion } from './regions';
import { isPlainlyMarked } from './simple-tags';
import { formatTimestamp } from './timestamp';
import { formatCue, type ForeignLook } from './write-cue';
import { formatHead, isHeadOf } from './write-head';

type SourceSection = NonNullable<DocumentSource['sections']>[number];

const format = 'vtt';

/**
 * A document as WebVTT [FM4] (W3C WebVTT): its cues, and what is kept of the file it came from. What was
 * not changed is written as it stood [FM14]. Looks that the standard has no tag for are classes, which a
 * part for styles explains.
 */
export function writeVtt(
  document: FormatDocument,
  options: TimedTextOptions,
): { readonly content: string; readonly losses: readonly Loss[] } {
  const foreign: ForeignLook[] = [];
  const source = document.source?.format === format ? document.source : undefined;
  const sections = source?.sections ?? [];
  const sentences = orderByBegin(document.sentences, (own) => own.format === format);
  const cues = listCueTexts({ ...document, sentences }, options);
  const identifiers = new Set<string>();
  const onForeign = (look: ForeignLook): void => void foreign.push(look);
  const texts = cues.map((cue) =>
    isPlainCue(cue, options) ? undefined : writeCue(cue, options, identifiers, onForeign),
  );
  const head = sections.find(({ name, text }) => name === '' && isHeadOf(text, source?.headers));
  const file = new VttFileText(head?.text ?? formatHead(source?.headers));
  const writtenSections = listSections(sections, document.regions ?? []);
  const rules = listRules(foreign);
  let next = 0;
  let sentenceIndex = 0;
  const addSections = (before: number): void => {
    while (next < writtenSections.length && writtenSections[next]!.afterCues <= before) {
      file.addSection(writtenSections[next++]!.text);
    }
  };
  addSections(0);
  if (rules.length > 0) file.addBlock(`STYLE\n${rules.join('\n')}\n`);
  for (const [index, cue] of cues.entries()) {
    while (sentences[sentenceIndex] !== cue.sentence) sentenceIndex++;
    addSections(sentenceIndex);
    const text = texts[index];
    if (text === undefined) file.addPlainCue(cue);
    else file.addBlock(text);
  }
  const isSectionLast = next < writtenSections.length;
  addSections(Infinity);
  const isUnended = isSectionLast && sections.at(-1)?.text === '';
  return {
    content: isUnended ? file.text.replace(/\n$/u, '') : file.text,
    losses: listOwnLosses(document, options, foreign),
  };
}

/** Whether a cue has nothing but times and a text that is written as it stands. */
function isPlainCue({ sentence, text }: CueText, { karaoke }: TimedTextOptions): boolean {
  const { source, region, speaker } = sentence;
  const isBare = source === undefined && region === undefined && speaker === undefined;
  return isBare && karaoke !== true && isPlainlyMarked(text);
}

/**
 * The text of a file that grows. Two parts have a blank line between them; more of them stand in what is
 * kept of a cue, and behind the text of a section.
 */
class VttFileText {
  text: string;
  /** What has to stand before the next part. */
  #gap: string;

  constructor(head: string) {
    this.text = head;
    this.#gap = findGap(head);
  }

  addBlock(block: string): void {
    this.text += this.#gap + block;
    this.#gap = findGap(block);
  }

  addSection(section: string): void {
    this.text += this.#gap + section;
    this.#gap = '\n';
  }

  /** Piece by piece: a text made for each cue, and then added, would be put together twice. */
  addPlainCue({ beginMs, endMs, text }: CueText): void {
    let whole = this.text;
    whole += this.#gap;
    whole += formatTimestamp(beginMs);
    whole += ' --> ';
    whole += formatTimestamp(endMs);
    whole += '\n';
    whole += text;
    whole += '\n';
    this.text = whole;
    this.#gap = '\n';
  }
}

function findGap(block: string): string {
  if (block.endsWith('\n\n')) return '';
  return block.endsWith('\n') ? '\n' : '\n\n';
}

function writeCue(
  cue: CueText,
  options: TimedTextOptions,
  identifiers: Set<string>,
  onForeign: (look: ForeignLook) => void,
): string {
  const { source } = cue.sentence;
  if (source?.format !== format) return formatCue(cue, options, onForeign);
  const identifier = source.settings[settingNames.identifier];
  const isTaken = identifier !== undefined && identifiers.has(identifier);
  if (identifier !== undefined) identifiers.add(identifier);
  const kept = findAsWritten(cue, format);
  if (kept !== undefined && isAsRead(kept, cue, options)) return kept;
  if (!isTaken) return formatCue(cue, options, onForeign);
  // Where a cue was split, the first part keeps its name.
  const { [settingNames.identifier]: _name, ...settings } = source.settings;
  const sentence = { ...cue.sentence, source: { ...source, settings } };
  return formatCue({ ...cue, sentence }, options, onForeign);
}

function isAsRead(kept: string, cue: CueText, options: TimedTextOptions): boolean {
  const { sentence, text } = cue;
  if (options.karaoke === true || (options.speakers === false && sentence.speaker !== undefined)) {
    return false;
  }
  const isBroken = options.maxLines !== undefined || options.maxLineCharacters !== undefined;
  if (isBroken && text !== tidyLines(sentence.text)) return false;
  return isSameCue(kept, cue);
}

interface WrittenSection {
  readonly afterCues: number;
  readonly text: string;
}

/** Parts of the file as they stood, but regions as the records have them now. */
function listSections(
  sections: readonly SourceSection[],
  records: readonly Region[],
): readonly WrittenSection[] {
  const regions = new Map(
    records.filter((region) => region.format === format).map((region) => [region.id, region]),
  );
  const ids = sections.map(({ name, text, afterCues = 0 }) =>
    name === 'REGION' && afterCues === 0 && isRegionBlock(text)
      ? readRegion(text, 0)?.id
      : undefined,
  );
  const written: WrittenSection[] = [];
  sections.forEach(({ name, text, afterCues = 0 }, index) => {
    if (name === '') return;
    const id = ids[index];
    // Of several of one name the last counts.
    if (id === undefined || ids.lastIndexOf(id) !== index) {
      written.push({ afterCues, text: `${text}\n` });
      return;
    }
    const region = regions.get(id);
    regions.delete(id);
    if (region === undefined) return;
    const read = JSON.stringify(readRegion(text, 0)?.settings);
    const isSame = JSON.stringify(region.settings) === read;
    written.push({ afterCues, text: `${isSame ? text : formatRegion(region)}\n` });
  });
  const added = [...regions.values()].map((region) => ({
    afterCues: 0,
    text: `${formatRegion(region)}\n`,
  }));
  const firstLater = written.findIndex(({ afterCues }) => afterCues > 0);
  return written.toSpliced(firstLater === -1 ? written.length : firstLater, 0, ...added);
}

function listRules(foreign: readonly ForeignLook[]): readonly string[] {
  const rules = foreign.flatMap(({ styled }) =>
    styled.runs.flatMap(({ look }) => listClassRules(look)),
  );
  return [...new Set(rules)];
}

/** Overrides of SubStation Alpha that something of this format says. */
const saidOverrides =
  /^(?:\\(?:an?\d+|[ibus]\d*|1?c(?:&?H[\da-f]+&?)?|fn[^\\]*|r|p0|k[fo]?\d+)\s*)*$|^[ycf]:/iu;

/** What `holds` does not tell: things of other formats that have no like here. */
function listOwnLosses(
  { sentences, regions = [], source }: FormatDocument,
  { karaoke }: TimedTextOptions,
  foreign: readonly ForeignLook[],
): readonly Loss[] {
  const unsaid = foreign.filter(({ text }) =>
    [...text.matchAll(/\{([^{}]*)\}/gu)].some(
      ([, body = '']) => /^\\|^[a-z]:/iu.test(body) && !saidOverrides.test(body),
    ),
  );
  const sizes = foreign.filter(({ styled }) =>
    styled.runs.some(({ look }) => look.fontSize !== undefined),
  );
  const isTimed = (sentence: Sentence): boolean =>
    hasWordTimes(sentence) && !/<\d/u.test(sentence.text);
  return [
    { code: 'word-times', count: karaoke === true ? 0 : countSentences(sentences, isTimed) },
    { code: 'markup', count: unsaid.length },
    { code: 'vtt-font-size', count: sizes.length },
    { code: 'regions', count: regions.filter((region) => region.format !== format).length },
    { code: 'sections', count: source?.format === format ? 0 : (source?.sections?.length ?? 0) },
  ].filter(({ count }) => count > 0);
}
