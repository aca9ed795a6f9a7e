import { omitUndefined } from '../../omit-undefined';
import type { FormatDocument } from '../format-document';
import { readLook } from '../markup/read-look';
import { cleanLines, type TimedText } from '../timed-text';
import { describeLook, needsPreserve, writeContent } from './content';
import { cueSettings } from './cue-settings';
import { describePlace, computeAround, placeOf } from './place-cues';
import type { PictureSize } from './place-of-region';
import type { KeptParts } from './read-sections';
import { pick } from './restate-times';
import type { StyleBook } from './style-book';
import type { ComputedLook, StyleResolver } from './styles';
import { writeTimedSpans } from './timed-spans';
import type { TimeWriter } from './write-times';
import { type Attributes, writeElement } from './xml';

/** What cues are written with. */
export interface CueWriter {
  readonly document: FormatDocument;
  readonly kept: KeptParts;
  readonly styles: StyleResolver;
  readonly book: StyleBook;
  readonly size: PictureSize;
  readonly times: TimeWriter;
  readonly isOwn: boolean;
  readonly isStrict: boolean;
  readonly isKaraoke: boolean;
  readonly hasSpeakers: boolean;
  /** Id of the agent of a speaker. */
  readonly findAgent: (speaker: string) => string;
  /** Regions that are written, with those made on the way. */
  readonly regions: Map<string, Attributes>;
  /** Ids that are taken. */
  readonly ids: Set<string>;
  /** Content of cues as it stood, where reading it still gives them. */
  readonly findKept: (cue: TimedText, outerLook: CueFrame) => string | undefined;
}

/** What is said around the characters of a cue. */
export interface CueFrame {
  readonly paragraph: Attributes;
  readonly span: Attributes;
  readonly region: string | undefined;
  /** From 1; 0 is none. */
  readonly division: number;
  /** Whether what is around it names the region. */
  readonly hasRegion: boolean;
  /** Of characters of which nobody says otherwise. */
  readonly language: string | undefined;
  /** Within the paragraph, and within the span that holds all of it. */
  readonly look: ComputedLook;
  readonly spanLook: ComputedLook;
  /** Before the paragraph says something. */
  readonly aroundLook: ComputedLook;
}

const notParagraph = new Set<string>([
  cueSettings.division,
  cueSettings.identifier,
  cueSettings.content,
  cueSettings.asWritten,
]);

/** Settings that only TTML knows, of a cue that came from it. */
function readSettings({ sentence: { source } }: TimedText): Attributes {
  return source?.format === 'ttml' ? source.settings : {};
}

/** The division a cue came from, from 1; 0 is none of them. */
function findDivision(cue: TimedText, { divisions }: KeptParts): number {
  const given = readSettings(cue)[cueSettings.division];
  const place = given === undefined ? 1 : Number(given);
  return Number.isInteger(place) && place >= 1 && place <= divisions.length ? place : 0;
}

/** What is said around the characters of a cue. */
export function frameCue(cue: TimedText, writer: CueWriter): CueFrame {
  const { kept, styles, regions, isOwn, size } = writer;
  const { style, region: given } = cue.sentence;
  const settings = readSettings(cue);
  const own = pick(
    settings,
    (name) => !notParagraph.has(name) && !name.startsWith(cueSettings.span),
  );
  const span = Object.fromEntries(
    Object.entries(settings)
      .filter(([name]) => name.startsWith(cueSettings.span))
      .map(([name, value]) => [name.slice(cueSettings.span.length), value]),
  );
  const references = (own['style'] ?? '').split(/\s+/u);
  const named = isOwn || styles.table.styles.has(style ?? '') ? style : undefined;
  const wanted = named !== undefined && references.at(-1) === named ? own['style'] : named;
  const paragraph: Attributes = {
    ...omitUndefined({ style: wanted }),
    ...pick(own, (name) => name !== 'style'),
  };
  const origin = findDivision(cue, kept);
  const levels = [...kept.body, ...(kept.divisions[origin - 1] ?? [])];
  const outerRegion = levels.findLast(({ attributes }) => attributes['region'] !== undefined);
  const known = isOwn || regions.has(given ?? '') ? given : undefined;
  const place = chooseRegion(known);
  const region = place === undefined ? known : place.id;
  if (place !== undefined) regions.set(place.id, regions.get(place.id) ?? place.region);
  const regionStyle = region === undefined ? undefined : regions.get(region);
  const look = computeAround(regionStyle, levels, paragraph, styles);
  return {
    ...{ paragraph, span, region, look },
    language:
      [...levels.map(({ attributes }) => attributes), paragraph, span].findLast(
        (attributes) => attributes['xml:lang'] !== undefined,
      )?.['xml:lang'] ?? writer.document.language,
    // What stands in one region cannot be shown in another.
    division: place !== undefined && outerRegion !== undefined ? 0 : origin,
    hasRegion: outerRegion !== undefined && outerRegion.attributes['region'] === region,
    aroundLook: computeAround(regionStyle, levels, {}, styles),
    spanLook: styles.compute(look, span),
  };

  /** A region for the place that a mark names, where that of the cue stands elsewhere. */
  function chooseRegion(id: string | undefined): ReturnType<typeof describePlace> | undefined {
    const marked = cue.sentence.text.includes('{') ? readLook(cue.sentence.text).place : undefined;
    const style = id === undefined ? undefined : regions.get(id);
    const inside = styles.compute(computeAround(style, levels, paragraph, styles), span);
    const current = placeOf(style, inside, styles, size);
    // What a TTML file shows elsewhere has a mark [FM43]: without it the cue belongs below again.
    const isBelow = id === undefined || current === undefined || current === 2;
    const asked = marked ?? (isOwn && isBelow ? undefined : 2);
    return asked === undefined || asked === current ? undefined : describePlace(asked);
  }
}

/** A cue as a paragraph. */
export function writeCue(cue: TimedText, frame: CueFrame, writer: CueWriter): string {
  const { book, times, isStrict, isKaraoke, hasSpeakers, findAgent, ids } = writer;
  const { word, speaker } = cue;
  const settings = word === undefined ? readSettings(cue) : {};
  const { text } = cue;
  const spans = {
    describe: (...[look, run]: Parameters<Parameters<typeof writeContent>[1]['describe']>) =>
      book.refer(
        {
          ...describeLook(look, frame.spanLook),
          ...(run.speaker === undefined || !hasSpeakers
            ? undefined
            : { 'ttm:agent': findAgent(run.speaker) }),
        },
        'content',
      ),
  };
  const endMs = Math.max(cue.endMs, cue.beginMs + times.leastMs);
  const formatWord = (timeMs: number): string =>
    times.format(isStrict ? timeMs : timeMs - cue.beginMs);
  const timed =
    isKaraoke && word === undefined ? writeTimedSpans(cue, spans, formatWord) : undefined;
  const content = timed ?? writer.findKept(cue, frame) ?? writeContent(text, spans);
  // The profile has times on paragraphs or on their spans, and not on both.
  const hasTimes = timed === undefined || !isStrict;
  const span = book.refer(frame.span, 'content');
  const needsSpan = Object.keys(span).length > 0 || (isStrict && timed === undefined);
  const inside = needsSpan ? writeElement('span', span, content) : content;
  const attributes = {
    ...omitUndefined({
      'xml:id': chooseId(settings[cueSettings.identifier], { ids, isStrict }),
      begin: hasTimes ? times.format(cue.beginMs) : undefined,
      end: hasTimes ? times.format(endMs) : undefined,
      region: frame.hasRegion ? undefined : frame.region,
      'ttm:agent': speaker === undefined || !hasSpeakers ? undefined : findAgent(speaker.trim()),
    }),
    ...(needsPreserve(content) ? { 'xml:space': 'preserve' } : undefined),
    ...book.refer(frame.paragraph, 'content'),
  };
  return writeElement('p', attributes, (settings[cueSettings.content] ?? '') + inside);
}

function chooseId(
  given: string | undefined,
  { ids, isStrict }: Pick<CueWriter, 'ids' | 'isStrict'>,
): string | undefined {
  let id = given !== undefined && !ids.has(given) ? given : undefined;
  if (id === undefined && isStrict) {
    let number = ids.size + 1;
    while (ids.has(`cue-${number}`)) number++;
    id = `cue-${number}`;
  }
  if (id !== undefined) ids.add(id);
  return id;
}

/** Whether the lines of a cue are those of its sentence. */
export function hasOwnLines({ sentence, text, word }: TimedText): boolean {
  return word === undefined && cleanLines(sentence.text) === text;
}
