import type { DocumentSource } from '../records/document-properties';
import { formatTimecode, parseTimecode } from '../timing/timecode';
import { type FileCue, sortRepairs } from './build-document';
import type { Repair } from './format';
import { toPlainTiming } from './plain-timing';
import { readCueText } from './read-cue-text';
import type { SharedRepairCode } from './repairs';

type SourceSection = NonNullable<DocumentSource['sections']>[number];
type SourceHeader = NonNullable<DocumentSource['headers']>[number];
type VttRepair = Repair<SharedRepairCode>;

export interface ParsedVtt {
  /** In the order of the file. */
  readonly cues: readonly FileCue[];
  /** Lines of the header, without the first one's mark. */
  readonly headers: readonly SourceHeader[];
  /** Of the header; undefined where it does not say. */
  readonly language: string | undefined;
  readonly sections: readonly SourceSection[];
  /** In order of lines. */
  readonly repairs: readonly VttRepair[];
}

/** The mark of a WebVTT file, alone or with a comment behind it. */
export const vttMark = /^WEBVTT(?:[ \t](.*))?$/u;
const strictTime = /^(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}$/u;
const timing = /^\s*(-?[\d:]+(?:[.,]\d+)?)\s*-->\s*(-?[\d:]+(?:[.,]\d+)?)(?:\s+(.*?))?\s*$/u;
const sectionMark = /^(NOTE|STYLE|REGION)(?:[ \t].*)?$/u;

/** A run of lines without a blank one; `begin` is the index of its first line. */
interface Block {
  readonly begin: number;
  readonly lines: readonly string[];
}

/**
 * Reads WebVTT (W3C) [FM10]: cues with their text as characters, the first voice as the speaker, and
 * notes, styles and regions word for word. What the standard passes over is passed over here as well,
 * and is a repair. A missing first line, a comma for the point and a missing blank line between cues
 * are mended. Never throws.
 *
 * @param text decoded text; any line endings
 */
export function parseVtt(text: string): ParsedVtt {
  const repairs: VttRepair[] = [];
  const given = text
    .replace(/^\ufeff/u, '')
    .replaceAll('\0', '\ufffd')
    .split(/\r\n|\n|\r/u);
  const lines = given.map(toPlainTiming);
  const mark = vttMark.exec(lines[0] ?? '');
  if (mark === null) repairs.push({ code: 'header-added', line: 1, after: 'WEBVTT' });
  const blocks = listBlocks(lines, mark === null ? 0 : 1);
  const headers = mark?.[1] === undefined ? [] : [{ name: '', value: mark[1] }];
  const first = blocks[0];
  // Lines right below the mark are the header, unless a cue follows without a blank line.
  if (mark !== null && first?.begin === 1) {
    const end = first.lines.findIndex((line) => line.includes('-->'));
    const count = end === -1 ? first.lines.length : Math.max(0, end - 1);
    headers.push(...first.lines.slice(0, count).map(readHeader));
    blocks[0] = { begin: 1 + count, lines: first.lines.slice(count) };
    if (end !== -1) repairs.push({ code: 'blank-line-added', line: 2 + count });
  }
  const cues: FileCue[] = [];
  const sections: SourceSection[] = [];
  for (const { begin, lines: block } of blocks) {
    const kind = sectionMark.exec(block[0] ?? '')?.[1];
    if (kind !== undefined && !block.some((line) => line.includes('-->'))) {
      sections.push({ name: kind, text: block.join('\n'), afterCues: cues.length });
    } else readCues({ block, begin, given }, cues, repairs);
  }
  const language = headers.find(({ name }) => name.toLowerCase() === 'language')?.value;
  const isTag = language !== undefined && /^[\w-]+$/u.test(language);
  return {
    cues,
    headers,
    language: isTag ? language : undefined,
    sections,
    repairs: sortRepairs(repairs),
  };
}

/** A line such as `Kind: captions`; any other has no name. */
function readHeader(line: string): SourceHeader {
  const [, name = '', value = line] = /^([\w-]+):\s*(.*)$/u.exec(line) ?? [];
  return { name, value };
}

function listBlocks(lines: readonly string[], from: number): Block[] {
  const blocks: Block[] = [];
  let begin = from;
  for (let index = from; index <= lines.length; index++) {
    if (index < lines.length && lines[index] !== '') continue;
    if (index > begin) blocks.push({ begin, lines: lines.slice(begin, index) });
    begin = index + 1;
  }
  return blocks;
}

/** The cues of a block: one, or several where blank lines between them are missing. */
function readCues(
  about: {
    readonly block: readonly string[];
    readonly begin: number;
    /** All lines of the file as they stand there. */
    readonly given: readonly string[];
  },
  cues: FileCue[],
  repairs: VttRepair[],
): void {
  const { block, begin, given } = about;
  const heads = block
    .map((plain, index) => ({
      index,
      times: readTiming({ plain, before: given[begin + index]! }, begin + index + 1, repairs),
    }))
    .filter(({ times }) => times !== undefined);
  const firstHead = heads[0]?.index ?? block.length;
  const stray = heads.length === 0 ? block.length : firstHead - 1;
  for (let index = 0; index < stray; index++) {
    const before = block[index]!;
    repairs.push({ code: 'stray-text-dropped', line: begin + index + 1, before });
  }
  noteIdentifier(block[firstHead - 1], begin + firstHead, heads.length > 0, repairs);
  heads.forEach(({ index, times }, place) => {
    const next = heads[place + 1]?.index ?? block.length;
    const line = begin + index + 1;
    if (place > 0) repairs.push({ code: 'blank-line-added', line });
    const body = block.slice(index + 1, next);
    cues.push({ line, ...times!, ...readCueText(body, line + 1, repairs) });
  });
}

/** Names of cues have no place in a document; mere numbers are given anew by whoever needs them. */
function noteIdentifier(
  before: string | undefined,
  line: number,
  isOfCue: boolean,
  repairs: VttRepair[],
): void {
  if (before === undefined || !isOfCue || /^\s*\d*\s*$/u.test(before)) return;
  repairs.push({ code: 'identifier-dropped', line, before });
}

function readTiming(
  { plain, before }: { readonly plain: string; readonly before: string },
  line: number,
  repairs: VttRepair[],
): { readonly beginMs: number; readonly endMs: number } | undefined {
  if (!plain.includes('-->')) return undefined;
  const match = timing.exec(plain);
  const beginMs = parseTimecode(match?.[1] ?? '');
  const endMs = parseTimecode(match?.[2] ?? '');
  if (match === null || beginMs === undefined || endMs === undefined) {
    repairs.push({ code: 'time-unreadable', line, before });
    return undefined;
  }
  if (plain !== before || !strictTime.test(match[1]!) || !strictTime.test(match[2]!)) {
    const after = `${formatTimecode(beginMs, '.')} --> ${formatTimecode(endMs, '.')}`;
    repairs.push({ code: 'time-rewritten', line, before, after });
  }
  if (beginMs < 0 || endMs < 0) repairs.push({ code: 'negative-time-raised', line, before });
  if (match[3] !== undefined) repairs.push({ code: 'settings-dropped', line, before: match[3] });
  return { beginMs: Math.max(0, beginMs), endMs: Math.max(0, endMs) };
}
