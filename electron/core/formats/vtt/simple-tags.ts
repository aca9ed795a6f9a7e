import { findLetterTagEnd } from '../markup/letter-tag';

const letters = 'bciu';
const classTag = /<\/?c(?:\.[\w-]+)+>/uy;

/**
 * Whether a text has nothing but characters and tags that are read and written as they stand: `<i>`,
 * `<b>`, `<u>`, classes. Most need no more than this look.
 */
export function isPlainlyMarked(text: string): boolean {
  if (text.includes('&') || text.includes('{')) return false;
  let end = 0;
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', end)) {
    const bracketAt = text.indexOf('>', end);
    // One that ends no tag.
    if (bracketAt !== -1 && bracketAt < at) return false;
    end = findTagEnd(text, at);
    if (end === -1) return false;
  }
  return !text.includes('>', end);
}

function findTagEnd(text: string, at: number): number {
  const end = findLetterTagEnd(text, at, letters);
  if (end !== -1) return end;
  classTag.lastIndex = at;
  return classTag.test(text) ? classTag.lastIndex : -1;
}
