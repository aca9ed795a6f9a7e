import type { DocumentSource } from '../../records/document-properties';
import type { Region } from '../../records/kinds/region-kind';
import { sortRepairs } from '../build-document';
import type { Repair } from '../format';
import type { SharedRepairCode } from '../repairs';
import { timeWords } from '../timed-words';
import { listCueSettings } from './cue-settings';
import { parseUsualVtt } from './parse-usual-vtt';
import { parseBlocks, toPlainText, type VttCue, type VttFile } from './parse-blocks';
import type { ParsedCue } from './parsed-cue';
import { readCueText } from './read-cue-text';
import { isRegionBlock, readRegion } from './regions';
import { isPlainlyMarked } from './simple-tags';

type SourceSection = NonNullable<DocumentSource['sections']>[number];
type SourceHeader = NonNullable<DocumentSource['headers']>[number];
type VttRepair = Repair<SharedRepairCode>;

/** Lines that are written otherwise: with blanks at their ends. */
const unusual = /^\s|\s$|\n\s|\s\n|^$/u;

/** Settings of a cue [RK15] beside those of the standard. */
export const settingNames = { identifier: 'identifier', voiceClasses: 'voiceClasses' } as const;

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
  const { cues: before, rest, lines } = parseUsualVtt(toPlainText(text));
  const parsed = parseCarefully(rest, before.length > 0);
  if (before.length === 0) return parsed;
  const { cues, sections, repairs, ...head } = parsed;
  // What was read the careful way stands that many lines and cues further below.
  return {
    ...head,
    cues: [
      ...before,
      ...cues.map(({ cue, ...kept }) => ({ cue: { ...cue, line: cue.line + lines }, ...kept })),
    ],
    sections: sections.map(({ afterCues = 0, ...section }) => ({
      ...section,
      afterCues: afterCues + before.length,
    })),
    repairs: repairs.map((repair) => ({ ...repair, line: repair.line + lines })),
  };
}

/**
 * Reads text that may be anything.
 * @param isBelowCues whether cues were taken out of it below its head, which regions may not follow
 */
export function parseCarefully(text: string, isBelowCues = false): ParsedVtt {
  const repairs: VttRepair[] = [];
  const file = parseBlocks(text, repairs);
  const { lines, parts } = file;
  const headers = listHeaders(file);
  const cues: ParsedCue[] = [];
  const sections: SourceSection[] = [];
  const regions = new Map<string, Region>();
  let seenCue = isBelowCues;
  for (const part of parts) {
    if (part.kind === 'cue') {
      seenCue ||= part.isStandard;
      cues.push(readCue(file, part, regions, repairs));
    } else if (part.name !== undefined) {
      const block = lines.slice(part.first, part.textEnd).join('\n');
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
function takeLines(lines: readonly string[], begin: number, end: number): string {
  return `${lines.slice(begin, end).join('\n')}${end === lines.length ? '' : '\n'}`;
}

/** What follows the mark, and lines such as `Kind: captions`; any other has no name. */
function listHeaders({ hasMark, comment, lines, headerEnd }: VttFile): readonly SourceHeader[] {
  if (!hasMark) return [];
  const headers = lines.slice(1, headerEnd).map((line): SourceHeader => {
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
  const payload =
    textEnd === timing + 2 ? lines[timing + 1]! : lines.slice(timing + 1, textEnd).join('\n');
  const { text, marks, speaker, voiceClasses } = readCueText(payload, timing + 2, repairs);
  const isMended = cue.isMended || repairs.length > repairsBefore;
  if (identifier === '' && cue.settings === '' && marks.length === 0 && speaker === undefined) {
    const plain = { line: timing + 1, beginMs, endMs, text };
    const isFull = end === textEnd + 1 && lines[timing]!.length === 29;
    const isUsual = isFull && !unusual.test(text) && isPlainlyMarked(text);
    return isMended || isUsual
      ? { cue: plain }
      : { cue: plain, block: takeLines(lines, first, end) };
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
