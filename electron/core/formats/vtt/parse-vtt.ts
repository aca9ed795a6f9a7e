import type { DocumentSource } from '../../records/document-properties';
import type { Region } from '../../records/kinds/region-kind';
import { type FileCue, sortRepairs } from '../build-document';
import type { Repair } from '../format';
import { hasCleanLines } from '../lines';
import type { SharedRepairCode } from '../repairs';
import type { TextLines } from '../text-lines';
import { timeWords } from '../timed-words';
import { listCueSettings } from './cue-settings';
import { parseBlocks, type VttCue, type VttFile } from './parse-blocks';
import { readCueText } from './read-cue-text';
import { isRegionBlock, readRegion } from './regions';
import { isPlainlyMarked } from './simple-tags';

type SourceSection = NonNullable<DocumentSource['sections']>[number];
type SourceHeader = NonNullable<DocumentSource['headers']>[number];
type VttRepair = Repair<SharedRepairCode>;

/** Settings of a cue [RK15] beside those of the standard. */
export const settingNames = { identifier: 'identifier', voiceClasses: 'voiceClasses' } as const;

/** A cue of a file, and its part of it with line feeds where that may be written otherwise. */
export interface ParsedCue {
  readonly cue: FileCue;
  readonly block?: string;
}

export interface ParsedVtt {
  /** In the order of the file. */
  readonly cues: readonly ParsedCue[];
  /** Lines of the header, without the first one's mark. */
  readonly headers: readonly SourceHeader[];
  /** The header and the blank lines below it; empty where it had to be mended. */
  readonly head: string;
  /** Of the header; undefined where it does not say. */
  readonly language: string | undefined;
  readonly sections: readonly SourceSection[];
  readonly regions: readonly Region[];
  /** In order of lines. */
  readonly repairs: readonly VttRepair[];
}

/**
 * Reads WebVTT (W3C) [FM10] [FM21]: its cues with the marks in their texts, its regions, and notes and
 * styles word for word. What the standard passes over is a repair where it is not kept. A missing first
 * line, a comma for the point and a missing blank line between cues are mended. Never throws.
 *
 * @param text decoded text; any line endings
 */
export function parseVtt(text: string): ParsedVtt {
  const repairs: VttRepair[] = [];
  const file = parseBlocks(text, repairs);
  const { lines, parts } = file;
  const headers = listHeaders(file);
  const cues: ParsedCue[] = [];
  const sections: SourceSection[] = [];
  const regions = new Map<string, Region>();
  let seenCue = false;
  for (const part of parts) {
    if (part.kind === 'cue') {
      seenCue ||= part.isStandard;
      cues.push(readCue(file, part, regions, repairs));
    } else if (part.name !== undefined) {
      const block = lines.join(part.first, part.textEnd);
      const extra = '\n'.repeat(Math.max(0, part.end - part.textEnd - 1));
      sections.push({ name: part.name, text: block + extra, afterCues: cues.length });
      if (part.name !== 'REGION' || seenCue || !isRegionBlock(block)) continue;
      const region = readRegion(block, regions.size);
      // Of several of one name the last counts.
      if (region !== undefined) {
        const { place } = regions.get(region.id) ?? region;
        regions.set(region.id, { ...region, place });
      }
    }
  }
  const last = parts.at(-1);
  if (last?.kind === 'block' && last.name !== undefined && last.end === last.textEnd) {
    sections.push({ name: '', text: '', afterCues: cues.length });
  }
  const language = headers.find(({ name }) => name.toLowerCase() === 'language')?.value;
  const isHeadWhole =
    file.hasMark && (file.bodyBegin > file.headerEnd || file.bodyBegin === lines.length);
  const isTag = language !== undefined && /^[\w-]+$/u.test(language);
  return {
    ...{ cues, headers, sections },
    head: isHeadWhole ? takeLines(lines, 0, file.bodyBegin) : '',
    language: isTag ? language : undefined,
    regions: [...regions.values()],
    repairs: sortRepairs(repairs),
  };
}

/** Lines as they stand in the file, the last one of the file as it ends. */
function takeLines(lines: TextLines, begin: number, end: number): string {
  return `${lines.join(begin, end)}${end === lines.length ? '' : '\n'}`;
}

/** What follows the mark, and lines such as `Kind: captions`; any other has no name. */
function listHeaders({ hasMark, comment, lines, headerEnd }: VttFile): readonly SourceHeader[] {
  if (!hasMark) return [];
  const above = lines.join(1, headerEnd);
  const headers = (above === '' ? [] : above.split('\n')).map((line): SourceHeader => {
    const [, name = '', value = line] = /^([\w-]+):\s*(.*)$/u.exec(line) ?? [];
    return { name, value };
  });
  const value = /^ \S/u.test(comment) ? comment.slice(1) : comment;
  return value === '' && headers.every(({ name }) => name !== '')
    ? headers
    : [{ name: '', value }, ...headers];
}

function readCue(
  { lines }: VttFile,
  cue: VttCue,
  regions: ReadonlyMap<string, Region>,
  repairs: VttRepair[],
): ParsedCue {
  const { first, timing, textEnd, end, identifier, beginMs, endMs } = cue;
  const repairsBefore = repairs.length;
  const payload = lines.join(timing + 1, textEnd);
  const isFull = end === textEnd + 1 && lines.end(timing) - lines.begin(timing) === 29;
  const isBare = isFull && !cue.isMended && identifier === '' && cue.settings === '';
  // Nearly all cues of nearly all files.
  if (isBare && isPlainlyMarked(payload) && hasCleanLines(payload)) {
    return { cue: { line: timing + 1, beginMs, endMs, text: payload } };
  }
  const { text, marks, speaker, voiceClasses } = readCueText(payload, timing + 2, repairs);
  const isMended = cue.isMended || repairs.length > repairsBefore;
  if (identifier === '' && cue.settings === '' && marks.length === 0 && speaker === undefined) {
    const plain = { line: timing + 1, beginMs, endMs, text };
    return isMended ? { cue: plain } : { cue: plain, block: takeLines(lines, first, end) };
  }
  const block = isMended ? undefined : { block: takeLines(lines, first, end) };
  const given = listCueSettings(cue.settings);
  const { region, ...placed } = given;
  const isKnown = region !== undefined && regions.has(region);
  const settings = {
    ...(identifier === '' ? undefined : { [settingNames.identifier]: identifier }),
    ...(isKnown ? placed : given),
    ...(voiceClasses === undefined ? undefined : { [settingNames.voiceClasses]: voiceClasses }),
  };
  const span = { beginMs, endMs: Math.max(beginMs, endMs) };
  return {
    cue: {
      ...{ line: timing + 1, beginMs, endMs, text },
      ...(speaker === undefined ? undefined : { speaker }),
      ...(isKnown ? { region } : undefined),
      ...(Object.keys(settings).length === 0 ? undefined : { settings }),
      ...(marks.length === 0 ? undefined : { words: timeWords(text, span, marks) }),
    },
    ...block,
  };
}
