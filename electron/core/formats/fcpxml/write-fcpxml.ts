import type { z } from 'zod';
import type { FrameRate } from '../../timing/frame-rate';
import { findFrame, nameFrameRate } from '../../timing/frame-rate';
import { escapeMarkup } from '../escape-markup';
import type { FormatDocument } from '../format-document';
import { chooseTimecode } from '../frame-options';
import { type FramedCue, listFramedCues, nameDocument } from '../list-framed-cues';
import type { Loss } from '../list-losses';
import type { fcpxmlOptions } from './options';
import { writeStyledText } from './write-styled-text';

/** Rates of which Final Cut Pro knows a format of 1920 × 1080 by name. */
const namedRates: Readonly<Record<string, string>> = {
  '23.976': '2398',
  '24': '24',
  '25': '25',
  '29.97': '2997',
  '30': '30',
  '50': '50',
  '59.94': '5994',
  '60': '60',
};

/** The title that comes with every Final Cut Pro. */
const basicTitle =
  '<effect id="r2" name="Basic Title" uid=".../Titles.localized/Bumper:Opener.localized/Basic Title.localized/Basic Title.moti"/>';

/**
 * A document as FCPXML [FM78]: a project with a gap as long as the recording, to which titles or captions
 * are attached. Every time is a whole number of frames, as a fraction of a second.
 */
export function writeFcpxml(
  document: FormatDocument,
  options: z.output<typeof fcpxmlOptions>,
): { readonly content: string; readonly losses: readonly Loss[] } {
  const { fcpxmlVersion: version, kind } = options;
  const { rate, isDropFrame } = chooseTimecode(document, options);
  const cues = listFramedCues(document, options, rate);
  const lanes = findLanes(cues);
  const isCaption = kind === 'captions';
  const role = `iTT?captionFormat=ITT.${findCaptionLanguage(document.language)}`;
  let partial = 0;
  const items = cues.map((cue, index) => {
    const styled = writeStyledText(cue.text, index + 1, isCaption);
    if (!styled.isWhole) partial++;
    const span =
      `lane="${lanes[index]}" offset="${toSeconds(cue.beginFrame, rate)}"` +
      ` duration="${toSeconds(cue.endFrame - cue.beginFrame, rate)}" name="${escapeMarkup(cue.text.replaceAll('\n', ' '))}"`;
    return isCaption
      ? `<caption ${span} role="${role}">${styled.xml}</caption>`
      : `<title ref="r2" ${span}>${styled.xml}</title>`;
  });
  const durationMs = document.media?.durationMs ?? 0;
  const lastFrame = cues.reduce(
    (last, { endFrame }) => Math.max(last, endFrame),
    Math.max(1, findFrame(durationMs, rate)),
  );
  const duration = toSeconds(lastFrame, rate);
  const start = toSeconds(findFrame(document.programmeStartMs ?? 0, rate), rate);
  const name = escapeMarkup(nameDocument(document));
  const mode = isDropFrame ? 'DF' : 'NDF';
  const content = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE fcpxml>',
    `<fcpxml version="${version}">`,
    ' <resources>',
    `  ${writeFormat(rate)}`,
    ...(isCaption ? [] : [`  ${basicTitle}`]),
    ' </resources>',
    ' <library>',
    `  <event name="${name}">`,
    `   <project name="${name}">`,
    `    <sequence format="r1" duration="${duration}" tcStart="${start}" tcFormat="${mode}">`,
    '     <spine>',
    `      <gap name="Gap" offset="${start}" start="0s" duration="${duration}">`,
    ...items.map((item) => `       ${item}`),
    '      </gap>',
    '     </spine>',
    '    </sequence>',
    '   </project>',
    '  </event>',
    ' </library>',
    '</fcpxml>',
    '',
  ].join('\n');
  return { content, losses: partial === 0 ? [] : [{ code: 'partial-look', count: partial }] };
}

/** A number of frames as Final Cut Pro writes times: `1001/30000s`, whole seconds as `5s`. */
export function toSeconds(frames: number, { numerator, denominator }: FrameRate): string {
  const time = frames * denominator;
  return time % numerator === 0 ? `${time / numerator}s` : `${time}/${numerator}s`;
}

function writeFormat(rate: FrameRate): string {
  const known = namedRates[nameFrameRate(rate)];
  const name = known === undefined ? '' : ` name="FFVideoFormat1080p${known}"`;
  const frame = `${rate.denominator}/${rate.numerator}s`;
  return `<format id="r1"${name} frameDuration="${frame}" width="1920" height="1080"/>`;
}

/** The lowest lane for each cue in which nothing else is shown meanwhile: they may not overlap. */
function findLanes(cues: readonly FramedCue[]): readonly number[] {
  const ends: number[] = [];
  return cues.map(({ beginFrame, endFrame }) => {
    const free = ends.findIndex((end) => end <= beginFrame);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = endFrame;
    return lane + 1;
  });
}

/** The language of a caption's role, which has to be one; where it is not known, English. */
function findCaptionLanguage(language: string): string {
  return /^(?:und|mul|zxx)\b/iu.test(language) || !/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/iu.test(language)
    ? 'en'
    : language;
}
