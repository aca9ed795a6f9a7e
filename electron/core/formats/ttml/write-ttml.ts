import type { FormatDocument } from '../format-document';
import type { Loss } from '../list-losses';
import { listTimedTexts, type TimedText, type TimedTextOptions } from '../timed-text';
import { makeFindKept } from './kept-content';
import { listTtmlLosses } from './list-ttml-losses';
import { readPictureSize } from './place-of-region';
import { asItWas, ofProfile, type Profile, type ProfileName, profiles } from './profiles';
import { makeStyleTable, readSections } from './read-sections';
import { pick } from './restate-times';
import { makeStyleBook } from './style-book';
import { makeStyleResolver } from './styles';
import { type CueWriter, frameCue, hasOwnLines, writeCue } from './write-cues';
import { makeAgents, writeHead } from './write-head';
import { writeBody } from './write-body';
import { writeRoot } from './write-root';
import { makeTimeWriter } from './write-times';

export interface TtmlOptions extends TimedTextOptions {
  readonly ttmlProfile?: ProfileName | 'same';
  readonly ttmlTimes?: string;
}

const format = 'ttml';

/**
 * A document as TTML [FM46]: in the profile that is asked for, else in that of the file it was read
 * from, else as IMSC 1.1 Text.
 */
export function formatTtml(
  document: FormatDocument,
  options: TtmlOptions = {},
): { readonly content: string; readonly losses: readonly Loss[] } {
  const isOwn = document.source?.format === format;
  const profile = chooseProfile(options.ttmlProfile ?? 'same', isOwn);
  const isSame = profile === asItWas;
  const kept = readSections(document);
  const headers = isSame ? kept.headers : pick(kept.headers, (name) => !ofProfile.test(name));
  const table = makeStyleTable(document, kept);
  const styles = makeStyleResolver(table);
  const cues = listTimedTexts(document, options);
  const times = makeTimeWriter(options.ttmlTimes ?? '');
  const agents = makeAgents(kept);
  const findKept = makeFindKept(
    profile.isStrict ? [] : cues.filter(hasOwnLines),
    kept.headers,
    styles,
  );
  const writer: CueWriter = {
    ...{ document, kept, styles, times, isOwn, findKept },
    book: makeStyleBook(table.styles, profile.isStrict),
    size: readPictureSize(kept.headers),
    isStrict: profile.isStrict,
    isKaraoke: options.karaoke === true && options.words !== true,
    hasSpeakers: options.speakers !== false,
    findAgent: agents.find,
    regions: new Map(table.regions),
    ids: new Set([...table.styles.keys(), ...table.regions.keys()]),
  };
  const body = writeBody(writer, writeDivisions(cues, writer));
  // Last, as paragraphs and divisions name what has to stand there.
  const head = writeHead(document, { writer, agents, profile });
  const { language } = document;
  const content = writeRoot({ language, headers, kept, profile, times, head, body });
  return { content, losses: listTtmlLosses(document, cues, times, options) };
}

function chooseProfile(name: ProfileName | 'same', isOwn: boolean): Omit<Profile, 'label'> {
  if (name !== 'same') return profiles[name];
  return isOwn ? asItWas : profiles.imsc;
}

/** The paragraphs of each division: first those outside of all. */
function writeDivisions(
  cues: readonly TimedText[],
  writer: CueWriter,
): readonly (readonly string[])[] {
  const written: string[][] = [[], ...writer.kept.divisions.map(() => [])];
  // In order of time, so that names given on the way do not depend on divisions.
  for (const cue of cues) {
    const frame = frameCue(cue, writer);
    written[frame.division]!.push(writeCue(cue, frame, writer));
  }
  return written;
}
