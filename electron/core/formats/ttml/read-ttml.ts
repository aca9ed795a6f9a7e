import type { FileCue } from '../build-document';
import type { Word } from '../../transcript/word';
import type { DocumentSource } from '../../records/document-properties';
import type { Repair } from '../format';
import type { FileRecords } from '../format-document';
import { cueSettings } from './cue-settings';
import { ttmlNamespace } from './namespaces';
import { joinDocuments, type JoinRepairCode } from './join-documents';
import { parseXml, unreadable, type XmlDocument } from './parse-xml';
import { readPictureSize } from './place-of-region';
import { makeFindPresence } from './presence';
import { findPictures, readBody } from './read-body';
import { type CueRepairCode, readCues, type TtmlCue } from './read-cues';
import { type Head, readHead } from './read-head';
import { pick } from './restate-times';
import { sectionNames } from './section-names';
import { readTimeParameters, type TimeParameters } from './time-parameters';
import { resolveTimes, type Timeline } from './timeline';
import { type Attributes, findChild, writeNodes, type XmlElement } from './xml';

export interface ParsedTtml {
  /** In order of time. */
  readonly cues: readonly FileCue[];
  readonly records: FileRecords;
  readonly source: Pick<DocumentSource, 'headers' | 'sections'>;
  /** Of the root; undefined where it does not say. */
  readonly language: string | undefined;
  readonly repairs: readonly Repair[];
}

/** A document with the times of all its parts, before it is made cues. */
export interface ResolvedTtml {
  readonly xml: Omit<XmlDocument, 'repairs'> & { readonly repairs: readonly Repair[] };
  readonly head: Head;
  readonly body: XmlElement | undefined;
  readonly parameters: TimeParameters;
  readonly timeline: Timeline;
}

/** What says how the times of the file are written, which writing does in its own way. */
const timing = /^ttp:(?:timeBase|markerMode|dropMode|clockMode|tickRate|subFrameRate)$/u;
/** How long a cue is shown of which nothing says when it ends and after which none comes. */
const usualLengthMs = 5000;

/**
 * Reads TTML as far as its times.
 * @throws StudioError `text/unreadable` (data: `reason`, `line`)
 */
export function resolveTtml(text: string): ResolvedTtml {
  const parsed = parseXml(text);
  const { name, line } = parsed.root;
  if (name !== 'tt') throw unreadable(`line ${line}: <${name}> is no TTML document`, line);
  const joinRepairs: Repair<JoinRepairCode>[] = [];
  const root = joinDocuments(parsed.root, parsed.others, joinRepairs);
  const xml = { ...parsed, root, repairs: [...parsed.repairs, ...joinRepairs] };
  const parameters = readTimeParameters(root.attributes);
  const head = readHead(root, parameters);
  const body = findChild(root, 'body');
  const regions = [...head.regionElements.values()];
  const timeline = resolveTimes(body === undefined ? regions : [body, ...regions], parameters);
  return { xml, head, body, parameters, timeline };
}

/**
 * Reads TTML, DFXP, IMSC, EBU-TT and SMPTE-TT [FM40]–[FM44].
 * @throws StudioError `text/unreadable` (data: `reason`, `line`) for what is no XML, or no TTML, or
 *   holds pictures alone
 */
export function parseTtml(text: string): ParsedTtml {
  const { xml, head, body, parameters, timeline } = resolveTtml(text);
  const { root } = xml;
  const repairs: Repair<CueRepairCode>[] = [];
  const used = new Set<string>();
  const nameAgents = (ids: string): string =>
    ids
      .split(/\s+/u)
      .filter((id) => id !== '')
      .map((id) => {
        used.add(id);
        return head.agents.get(id) ?? id;
      })
      .join(' & ');
  const reader = {
    ...{ head, timeline, parameters, nameAgents, repairs },
    findPresence: makeFindPresence(timeline, head.styles),
    size: readPictureSize(root.attributes),
  };
  const { paragraphs, context, repairs: bodyRepairs } = readBody(root, body, head);
  const read = paragraphs.flatMap((paragraph) => readCues(paragraph, reader));
  const picture = findPictures(bodyRepairs);
  if (read.length === 0 && picture !== undefined) {
    throw unreadable(`line ${picture.line}: its subtitles are pictures`, picture.line);
  }
  const divisions = [...new Set(read.map((one) => one.context))].filter((one) => one !== undefined);
  const places = new Map(divisions.map((one, index) => [one, index + 1]));
  const { cues, repairs: endRepairs } = endCues(sortCues(read, divisions));
  const sections = [
    ...xml.prolog.map((one) => ({ name: sectionNames.prolog, text: one })),
    ...listHeadSections(head, used),
    ...(context === undefined ? [] : [{ name: sectionNames.body, text: context.text }]),
    ...divisions.map((one) => ({ name: sectionNames.division, text: one })),
  ];
  return {
    cues: cues.map((cue) => placeCue(cue, places)),
    records: { styles: head.styleRecords, regions: head.regionRecords },
    source: { headers: listHeaders(xml), sections },
    language: root.attributes['xml:lang'],
    repairs: [...xml.repairs, ...timeline.repairs, ...bodyRepairs, ...repairs, ...endRepairs],
  };
}

/** By time, then by division, as they are written; TTML itself knows no order. */
function sortCues(
  cues: readonly TtmlCue[],
  divisions: readonly (string | undefined)[],
): readonly TtmlCue[] {
  const places = new Map(divisions.map((one, index) => [one, index]));
  const placeOf = ({ context }: TtmlCue): number => places.get(context) ?? -1;
  return cues
    .map((cue): TtmlCue => ({
      ...cue,
      beginMs: Math.round(cue.beginMs),
      endMs: Math.round(cue.endMs),
    }))
    .sort(
      (left, right) =>
        left.beginMs - right.beginMs ||
        (left.endMs === right.endMs ? 0 : left.endMs - right.endMs) ||
        placeOf(left) - placeOf(right),
    );
}

/** What nothing ends lasts until the next cue begins. */
function endCues(cues: readonly TtmlCue[]): {
  readonly cues: readonly TtmlCue[];
  readonly repairs: readonly Repair<'ttml-end-added'>[];
} {
  const repairs: Repair<'ttml-end-added'>[] = [];
  let nextMs = Infinity;
  let laterMs = Infinity;
  const ended = cues.toReversed().map((cue) => {
    if (cue.beginMs < nextMs) {
      laterMs = nextMs;
      nextMs = cue.beginMs;
    }
    if (cue.endMs < Infinity) return cue;
    const endMs = laterMs < Infinity ? laterMs : cue.beginMs + usualLengthMs;
    repairs.push({ code: 'ttml-end-added', line: cue.line, after: `${endMs}ms` });
    return cue.words === undefined ? { ...cue, endMs } : lengthen(cue, cue.words, endMs);
  });
  return { cues: ended.toReversed(), repairs };
}

/** The last of its words lasts until its end. */
function lengthen(cue: TtmlCue, words: readonly Word[], givenMs: number): TtmlCue {
  const last = words.at(-1)!;
  const endMs = Math.max(givenMs, last.endMs);
  return { ...cue, endMs, words: [...words.slice(0, -1), { ...last, endMs }] };
}

/** @param places of divisions, from 1 */
function placeCue({ context, ...cue }: TtmlCue, places: ReadonlyMap<string, number>): FileCue {
  const place = context === undefined ? 0 : (places.get(context) ?? 0);
  if (place === 1 || places.size === 0) return cue;
  const division = String(place);
  return { ...cue, settings: { ...cue.settings, [cueSettings.division]: division } };
}

/** Attributes of the root, and namespaces of what is kept though it is not known. */
function listHeaders({
  root,
  namespace,
  namespaces,
}: ResolvedTtml['xml']): NonNullable<DocumentSource['headers']> {
  const attributes: Attributes = pick(
    root.attributes,
    (name) => !timing.test(name) && name !== 'xml:space' && name !== 'xml:lang',
  );
  const unknown = [...namespaces].map(([prefix, value]) => ({ name: `xmlns:${prefix}`, value }));
  const isUsual = namespace === '' || namespace === ttmlNamespace;
  return [
    ...(isUsual ? [] : [{ name: 'xmlns', value: namespace }]),
    ...unknown,
    ...Object.entries(attributes).map(([name, value]) => ({ name, value })),
  ];
}

/** Parts of the head, without agents that are no more than the names which cues have of them. */
function listHeadSections(
  { sections, agents }: Head,
  used: ReadonlySet<string>,
): NonNullable<DocumentSource['sections']> {
  return sections
    .map(({ name, element }) => ({
      name,
      text: writeNodes([dropAgents(element, agents, used)]),
    }))
    .filter(({ text }) => text !== '<metadata/>');
}

const plainId = /^speaker-\d+$/u;

function dropAgents(
  element: XmlElement,
  agents: ReadonlyMap<string, string>,
  used: ReadonlySet<string>,
): XmlElement {
  const children = element.children.filter((child) => {
    if (child.kind === 'text') return child.text.trim() !== '';
    if (child.kind !== 'element' || child.name !== 'ttm:agent') return true;
    const id = child.attributes['xml:id'] ?? '';
    return !(plainId.test(id) && used.has(id) && agents.has(id));
  });
  return { ...element, children };
}
