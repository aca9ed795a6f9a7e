import type { Look } from '../markup/look';
import { readLook } from '../markup/read-look';
import { primaryTag } from './primary-tag';

/** How text of a language is set. */
export interface Script {
  /** Chinese, Japanese or Korean: quotation marks and dashes are as wide as its characters. */
  readonly isEastAsian: boolean;
  readonly isRightToLeft: boolean;
}

export function findScript(language: string): Script {
  const primary = primaryTag(language);
  return {
    isEastAsian: ['zh', 'ja', 'ko'].includes(primary),
    isRightToLeft: ['ar', 'he', 'fa', 'ur', 'ps', 'yi'].includes(primary),
  };
}

/** What XML cannot hold at all. */
const forbidden = /(?![\t\n\r\u007f-\u009f])\p{Cc}|\p{Surrogate}|[\ufffe\uffff]/gu;

function escapeXml(text: string): string {
  return text
    .replace(forbidden, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** Text of one look, its lines and tabs as Word has them. */
export function writeRun(text: string, look: Look, script: Script): string {
  const { bold, italic, strike, color, underline } = look;
  // In this order the standard has them.
  const properties =
    (script.isEastAsian ? '<w:rFonts w:hint="eastAsia"/>' : '') +
    (bold === true ? '<w:b/>' : '') +
    (italic === true ? '<w:i/>' : '') +
    (strike === true ? '<w:strike/>' : '') +
    (color === undefined ? '' : `<w:color w:val="${color.slice(1).toUpperCase()}"/>`) +
    (underline === true ? '<w:u w:val="single"/>' : '') +
    (script.isRightToLeft ? '<w:rtl/>' : '');
  const content = text.split(/(\r\n|[\n\r\t])/u).map((part) => {
    if (part === '') return '';
    if (part === '\t') return '<w:tab/>';
    if (/^[\r\n]/u.test(part)) return '<w:br/>';
    return `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`;
  });
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${content.join('')}</w:r>`;
}

/** A cue's text in runs, as its marks say. */
export function writeMarkedRuns(text: string, script: Script): string {
  return readLook(text)
    .runs.map((run) => writeRun(run.text, run.look, script))
    .join('');
}

/** @param spaceAfter in twentieths of a point */
export function writeParagraph(runs: string, script: Script, spaceAfter = 0): string {
  const properties =
    (script.isRightToLeft ? '<w:bidi/>' : '') +
    (spaceAfter === 0 ? '' : `<w:spacing w:after="${spaceAfter}"/>`);
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}
