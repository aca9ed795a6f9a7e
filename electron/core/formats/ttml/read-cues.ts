import { omitUndefined } from '../../omit-undefined';
import type { FileCue } from '../build-document';
import type { Repair } from '../format';
import { cleanLines } from '../timed-text';
import { describeLook, keepContent, mapTexts, writeContent } from './content';
import { layOutBlanks } from './cue-text';
import { cueSettings } from './cue-settings';
import { inherit, type Inherited, type Leaf, listLeaves } from './list-leaves';
import { findPlace, type PictureSize } from './place-of-region';
import { type FindPresence } from './presence';
import {
  contentNames,
  hiding,
  isTakenOver,
  keepAttributes,
  listUnits,
  type Unit,
} from './list-units';
import type { PlacedParagraph } from './read-body';
import type { Head } from './read-head';
import { listCues, type ParagraphCue } from './read-paragraph';
import { dropTimes, pick, restateTimes } from './restate-times';
import { parseTime, type TimeParameters } from './time-parameters';
import type { Timeline } from './timeline';
import { type Attributes, listElements, writeNodes } from './xml';

/** A cue, and whether nothing says when it ends. */
export interface TtmlCue extends FileCue {
  readonly context: string | undefined;
}

export type CueRepairCode = 'ttml-hidden-dropped' | 'markup-dropped';

/** What cues are read with. */
export interface CueReader {
  readonly head: Head;
  readonly timeline: Timeline;
  readonly findPresence: FindPresence;
  readonly parameters: TimeParameters;
  readonly size: PictureSize;
  /** Name of what agents are called, of their ids. */
  readonly nameAgents: (ids: string) => string;
  readonly repairs: Repair<CueRepairCode>[];
}

/** The cues of a paragraph, in order of time. */
export function readCues(placed: PlacedParagraph, reader: CueReader): readonly TtmlCue[] {
  const { element, context } = placed;
  const { styles } = reader.head;
  const regionStyle = styles.table.regions.get(element.attributes['region'] ?? placed.region ?? '');
  const around = [regionStyle ?? {}, ...placed.path.map(({ attributes }) => attributes)];
  const look = around.reduce(styles.compute, styles.initial);
  const about = inherit({ ...placed.inherited, look }, element, styles);
  const base: Inherited = { ...about, baseColor: look.color, outerLook: about.look };
  const whole = listUnits(element, styles, reader.timeline).flatMap((unit) =>
    readUnit(unit, base, placed, reader),
  );
  if (whole.length === 0) return readSilent(placed, base, reader);
  const told = listElements(element.children)
    .filter(({ name, attributes }) => !contentNames.has(name) && !mayHide(name, attributes))
    .filter(({ name }) => name !== 'image' && name !== 'smpte:image')
    .map((child) => restateTimes(child, reader.parameters));
  const content = writeNodes(told);
  return whole.map((cue, index): TtmlCue => {
    const settings: Record<string, string> = {};
    for (const [name, value] of Object.entries(dropTimes(element.attributes))) {
      if (isTakenOver(name, value) || (name === 'style' && value === cue.style)) continue;
      if (name !== 'xml:id') settings[name] = value;
      else if (index === 0) settings[cueSettings.identifier] = value;
    }
    if (content !== '' && index === 0) settings[cueSettings.content] = content;
    Object.assign(settings, cue.settings);
    const { settings: _own, ...rest } = cue;
    return {
      ...rest,
      context: context?.text,
      ...(Object.keys(settings).length === 0 ? undefined : { settings }),
    };
  });
}

function mayHide(name: string, attributes: Attributes): boolean {
  return name === 'set' && Object.keys(attributes).some((one) => hiding.test(one));
}

function readUnit(
  { holders, nodes }: Unit,
  outer: Inherited,
  { element, path, region: outerRegion }: PlacedParagraph,
  reader: CueReader,
): readonly TtmlCue[] {
  const { head, timeline, findPresence, nameAgents, size, repairs } = reader;
  const { styles, regionElements } = head;
  const inside = holders.reduce((around, span) => inherit(around, span, styles), outer);
  const base: Inherited = { ...inside, baseColor: outer.baseColor, outerLook: inside.look };
  const holder = holders.at(-1) ?? { ...element, children: nodes };
  const leaves = listLeaves(holder, base, styles).map((leaf): Leaf => ({
    ...leaf,
    path: [element, ...holders, ...leaf.path.slice(1)],
  }));
  const region = element.attributes['region'] ?? outerRegion;
  const regionElement = region === undefined ? undefined : regionElements.get(region);
  const seen = leaves.map((leaf) => ({
    leaf,
    during: findPresence(leaf.node, [...path, ...leaf.path], regionElement),
  }));
  const hidden = seen.filter(({ during, leaf }) => during.length === 0 && leaf.text.trim() !== '');
  const agents = new Set(leaves.filter(({ text }) => text.trim() !== '').map(({ agent }) => agent));
  const agent = agents.size === 1 ? [...agents][0] : inside.agent;
  const speaker = agent === undefined ? undefined : nameAgents(agent);
  const findSpeaker = (leaf: Leaf): string | undefined =>
    leaf.agent === agent || leaf.agent === undefined ? undefined : nameAgents(leaf.agent);
  const cues = listCues(element, seen, timeline, findSpeaker);
  if (cues.length > 0 && hidden.length > 0) {
    const before = hidden.map(({ leaf }) => leaf.text.trim()).join(' ');
    repairs.push({ code: 'ttml-hidden-dropped', line: element.line, before });
  }
  const regionStyle = region === undefined ? undefined : styles.table.regions.get(region);
  const place = findPlace(
    regionStyle === undefined ? undefined : styles.specify(regionStyle),
    omitUndefined({ textAlign: base.outerLook.textAlign, direction: base.outerLook.direction }),
    size,
  );
  const mark = place === undefined || place === 2 ? '' : `{\\an${place}}`;
  const style = listIds(element.attributes['style']).at(-1);
  return cues.map((cue): TtmlCue => {
    const { words } = cue;
    const settings = listSettings(cue, { holders, nodes, leaves }, base, reader);
    // Blanks at the ends of lines are no text; the content that is kept has them.
    const text = mark + (words === undefined ? cleanLines(cue.text) : cue.text);
    return {
      line: element.line,
      beginMs: cue.beginMs,
      endMs: cue.endMs,
      text,
      context: undefined,
      ...omitUndefined({ speaker, region, style }),
      settings,
      ...(words === undefined
        ? undefined
        : {
            words: words.map((word, at) =>
              at === 0 ? { ...word, before: mark + word.before } : word,
            ),
          }),
    };
  });
}

function listSettings(
  cue: ParagraphCue,
  { holders, nodes, leaves }: Unit & { readonly leaves: readonly Leaf[] },
  { outerLook }: Inherited,
  { timeline: { timed }, repairs }: CueReader,
): Readonly<Record<string, string>> {
  const settings: Record<string, string> = {};
  const holder = holders.at(-1);
  for (const [name, value] of Object.entries(holder === undefined ? {} : keepAttributes(holder))) {
    settings[cueSettings.span + name] = value;
  }
  const spans = new Set(leaves.flatMap(({ path }) => path.slice(1 + holders.length)));
  const isPlain = [...spans].every(({ attributes }) => attributes['ttm:agent'] === undefined);
  if (cue.isWhole && cue.words === undefined && ![...spans].some((span) => timed.has(span))) {
    const usual = writeContent(cleanLines(cue.text), {
      describe: (look) => describeLook(look, outerLook),
    });
    const kept = keepContent(nodes, mapTexts(leaves, layOutBlanks(leaves)));
    if (kept !== usual && isPlain) settings[cueSettings.asWritten] = kept;
    return settings;
  }
  const looks = [...spans].map(({ attributes }) => pick(attributes, (name) => !isSaid.test(name)));
  const [common = {}] = looks;
  const texts = new Set(looks.map((look) => JSON.stringify(look)));
  if (Object.keys(settings).length === 0 && cue.words !== undefined && texts.size === 1) {
    // All words look alike: so does what holds them.
    for (const [name, value] of Object.entries(common)) settings[cueSettings.span + name] = value;
  } else if (texts.size > 1 || Object.keys(common).length > 0) {
    const before = [...spans].flatMap(({ attributes }) =>
      Object.values(pick(attributes, (name) => !isSaid.test(name))),
    );
    const { line } = [...spans][0]!;
    repairs.push({ code: 'markup-dropped', line, before: [...new Set(before)].join(' ') });
  }
  return settings;
}

/** Attributes of spans that marks, times and speakers say. */
const isSaid =
  /^(?:begin|end|dur|timeContainer|xml:(?:space|lang|id)|ttm:agent|tts:(?:fontStyle|fontWeight|textDecoration|color|fontFamily|ruby|display|visibility|opacity))$/u;

function listIds(references: string | undefined): readonly string[] {
  return (references ?? '').split(/\s+/u).filter((id) => id !== '');
}

/** A paragraph of which nothing is seen. */
function readSilent(
  { element, path, context, region: outerRegion }: PlacedParagraph,
  outer: Inherited,
  { head: { styles }, timeline: { intervals, timed }, parameters, repairs }: CueReader,
): readonly TtmlCue[] {
  const leaves = listLeaves(element, outer, styles);
  const before = layOutBlanks(leaves).join('');
  const { beginMs, endMs } = intervals.get(element)!;
  const latestMs = intervals.get(path.at(-1)!)!.endMs;
  const region = element.attributes['region'] ?? outerRegion;
  const { begin = '0s', end } = element.attributes;
  const isTurned =
    end !== undefined &&
    (parseTime(end, parameters)?.timeMs ?? Infinity) <= (parseTime(begin, parameters)?.timeMs ?? 0);
  // One that ends where or before it begins is mended like that of any other format.
  if (timed.has(element) && (isTurned || (before === '' && beginMs < latestMs))) {
    const { line } = element;
    const cue = { line, beginMs, endMs, text: before, context: context?.text };
    return [{ ...cue, ...omitUndefined({ region }) }];
  }
  if (before !== '') repairs.push({ code: 'ttml-hidden-dropped', line: element.line, before });
  return [];
}
