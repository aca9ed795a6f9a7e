import type { DocumentSource } from '../../records/document-properties';
import type { Region } from '../../records/kinds/region-kind';
import { hasWordTimes } from '../../transcript/pending-words';
import { findAsWritten } from '../as-written';
import { orderByBegin } from '../file-order';
import type { FormatDocument } from '../format-document';
import type { Loss } from '../list-losses';
import { makeNameFilter } from '../make-name-filter';
import { listClassRules } from '../markup/vtt-dialect';
import { cleanLines, listTimedTexts, type TimedText, type TimedTextOptions } from '../timed-text';
import { isSameCue } from './keep-cue';
import { settingNames } from './parse-vtt';
import { formatRegion, isRegionBlock, readRegion } from './regions';
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
  const cues = listTimedTexts({ ...document, sentences }, options);
  const findRegion = makeRegionFilter(document);
  const identifiers = new Set<string>();
  const onForeign = (look: ForeignLook): void => void foreign.push(look);
  const head = sections.find(({ name, text }) => name === '' && isHeadOf(text, source?.headers));
  let lastBlock = head?.text ?? formatHead(source?.headers);
  const blocks = [endKept(lastBlock)];
  /** Two parts of a file have a blank line between them. */
  const addBlock = (block: string, isKept = false): void => {
    lastBlock = block;
    blocks.push(isKept ? endKept(block) : `${block}\n`);
  };
  const writtenSections = listSections(sections, document.regions ?? []);
  let next = 0;
  let sentenceIndex = 0;
  const addSections = (before: number): void => {
    while (next < writtenSections.length && writtenSections[next]!.afterCues <= before) {
      addBlock(writtenSections[next++]!.text);
    }
  };
  addSections(0);
  const rulesAt = blocks.length;
  for (const cue of cues) {
    while (sentences[sentenceIndex] !== cue.sentence) sentenceIndex++;
    addSections(sentenceIndex);
    addBlock(
      writeCue(nameRegion(cue, findRegion), options, identifiers, onForeign),
      cue.sentence.source?.format === format,
    );
  }
  const cuesEnd = blocks.length;
  addSections(Infinity);
  const isUnended = blocks.length > cuesEnd && sections.at(-1)?.text === '';
  blocks[blocks.length - 1] = lastBlock;
  const rules = listRules(foreign);
  if (rules.length > 0) blocks.splice(rulesAt, 0, `STYLE\n${rules.join('\n')}\n\n`);
  const content = blocks.join('');
  return {
    content: isUnended && content.endsWith('\n') ? content.slice(0, -1) : content,
    losses: listOwnLosses(document, options, foreign),
  };
}

type NameFilter = ReturnType<typeof makeNameFilter>;

/** Only what the file defines is a region of a sentence [FM21]. */
function makeRegionFilter({ regions }: FormatDocument): NameFilter {
  return makeNameFilter(regions, (own) => own === format, false);
}

/** A cue that names no region that is not there. */
function nameRegion(cue: TimedText, findRegion: NameFilter): TimedText {
  // Nearly no cue names one, and taking a sentence apart is dear.
  if (cue.sentence.region === undefined) return cue;
  const { region, ...sentence } = cue.sentence;
  return findRegion(region) === region ? cue : { ...cue, sentence };
}

/** What is kept of a file with the blank line behind it, of which it may have more. */
function endKept(block: string): string {
  return block.endsWith('\n\n') ? block : block.endsWith('\n') ? `${block}\n` : `${block}\n\n`;
}

function writeCue(
  cue: TimedText,
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

function isAsRead(kept: string, cue: TimedText, options: TimedTextOptions): boolean {
  const { sentence, text } = cue;
  if (options.karaoke === true || (options.speakers === false && sentence.speaker !== undefined)) {
    return false;
  }
  const isBroken = options.maxLines !== undefined || options.maxLineCharacters !== undefined;
  if (isBroken && text !== cleanLines(sentence.text)) return false;
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

/** An override of SubStation Alpha, without its backslash, that something of this format says. */
const saidOverride = /^(?:an?\d+|[ibus]\d*|1?c(?:&?H[\da-f]+&?)?|fn.*|r|p0|k[fo]?\d+)\s*$/isu;
const saidMark = /^[ycf]:/iu;

/** Whether all overrides within braces are said here. */
function isSaid(body: string): boolean {
  // One by one: an expression for all of them could part their blanks in countless ways.
  if (!body.startsWith('\\')) return saidMark.test(body);
  return body
    .slice(1)
    .split('\\')
    .every((one) => saidOverride.test(one));
}

/** What `holds` does not tell: things of other formats that have no like here. */
function listOwnLosses(
  document: FormatDocument,
  { karaoke }: TimedTextOptions,
  foreign: readonly ForeignLook[],
): readonly Loss[] {
  const { sentences, regions = [], source } = document;
  const findRegion = makeRegionFilter(document);
  const unnamed = sentences.flatMap(({ region }) =>
    region === undefined || findRegion(region) === region ? [] : [region],
  );
  const lostRegions = new Set([
    ...regions.filter((region) => region.format !== format).map(({ id }) => id),
    ...unnamed,
  ]);
  const unsaid = foreign.filter(({ text }) =>
    [...text.matchAll(/\{([^{}]*)\}/gu)].some(
      ([, body = '']) => /^\\|^[a-z]:/iu.test(body) && !isSaid(body),
    ),
  );
  const sizes = foreign.filter(({ styled }) =>
    styled.runs.some(({ look }) => look.fontSize !== undefined),
  );
  const timed = sentences.filter(
    (sentence) => karaoke !== true && hasWordTimes(sentence) && !/<\d/u.test(sentence.text),
  );
  return [
    { code: 'word-times', count: timed.length },
    { code: 'markup', count: unsaid.length },
    { code: 'vtt-font-size', count: sizes.length },
    { code: 'regions', count: lostRegions.size },
    { code: 'sections', count: source?.format === format ? 0 : (source?.sections?.length ?? 0) },
  ].filter(({ count }) => count > 0);
}
