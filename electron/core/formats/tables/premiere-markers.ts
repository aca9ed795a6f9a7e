import { formatFrameTimecode } from '../../timing/frame-timecode';
import { stripMarkup } from '../../transcript/markup';
import type { FormatDocument } from '../format-document';
import { chooseTimecode, type FrameOptions } from '../frame-options';
import { listFramedCues, toOneLine } from '../list-framed-cues';
import { listLosses, type Loss } from '../list-losses';
import { type Delimiter, writeCell } from './parse-rows';

const header = ['Marker Name', 'Description', 'In', 'Out', 'Duration', 'Marker Type'];

/**
 * A document as the table in which Premiere Pro exports markers [FM75], and from which tools bring them
 * back: one for each cue, with its text as the name and the speaker as the description.
 */
export function formatMarkers(
  document: FormatDocument,
  options: FrameOptions & { readonly speakers: boolean; readonly words: boolean },
  { delimiter, format }: { readonly delimiter: Delimiter; readonly format: string },
): { readonly content: string; readonly losses: readonly Loss[] } {
  const form = chooseTimecode(document, options);
  const code = (frame: number): string => formatFrameTimecode(frame, form);
  const { speakers, words } = options;
  const cues = listFramedCues(document, { words }, form.rate);
  const rows = cues.map(({ beginFrame, endFrame, text, speaker = '' }) => [
    toOneLine(stripMarkup(text.replaceAll('\n', ' '))),
    speakers ? toOneLine(speaker) : '',
    ...[beginFrame, endFrame, endFrame - beginFrame].map(code),
    'Comment',
  ]);
  const content = [header, ...rows]
    .map((cells) => `${cells.map((cell) => writeCell(cell, delimiter)).join(delimiter)}\n`)
    .join('');
  const count = document.sentences.filter(({ text }) => text.trim().includes('\n')).length;
  const lost = ['channels', 'blanks', 'markup', 'second-texts'];
  const losses = listLosses(document, { times: true, speakers: true, wordTimes: true }, format);
  return {
    content,
    losses: [
      ...losses.filter(({ code: kind }) => lost.includes(kind)),
      ...(count === 0 ? [] : [{ code: 'marker-lines', count }]),
    ],
  };
}
