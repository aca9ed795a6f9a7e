// Words of a reference and of a hypothesis made comparable, and how far apart they are.

const small = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen ' +
  'sixteen seventeen eighteen nineteen'
).split(' ');
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const titles = { mr: 'mister', mrs: 'missus', dr: 'doctor', st: 'saint' };

export const normalisation =
  'lower case; accents, marks and hyphens removed (apostrophes inside words kept); digits spelled ' +
  'out (years by pairs); mr/mrs/dr/st spelled out';

/** The words of a text, normalised as {@link normalisation} says. */
export function normaliseWords(text) {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’`]/g, "'")
    .replace(/(\d),(?=\d{3})/g, '$1')
    .replace(/\d+/g, (digits) => ` ${spellNumber(digits)} `)
    .replace(/[^\p{L}' ]+/gu, ' ')
    .split(/\s+/)
    .map((word) => word.replace(/^'+|'+$/g, ''))
    .filter((word) => word !== '')
    .map((word) => titles[word] ?? word);
}

function spellNumber(digits) {
  const number = Number(digits);
  if (digits.length > 1 && digits.startsWith('0'))
    return [...digits].map((d) => small[d]).join(' ');
  if (number >= 1100 && number < 2000 && number % 100 !== 0) {
    return `${spell(Math.floor(number / 100))} ${spell(number % 100)}`;
  }
  return spell(number);
}

function spell(number) {
  if (number < 20) return small[number];
  if (number < 100)
    return `${tens[Math.floor(number / 10)]} ${number % 10 ? small[number % 10] : ''}`.trim();
  if (number < 1000)
    return `${small[Math.floor(number / 100)]} hundred ${number % 100 ? spell(number % 100) : ''}`.trim();
  if (number < 1_000_000)
    return `${spell(Math.floor(number / 1000))} thousand ${number % 1000 ? spell(number % 1000) : ''}`.trim();
  return String(number);
}

/** Substitutions, deletions and insertions that make one word list the other (Levenshtein). */
export function countWordErrors(reference, hypothesis) {
  let row = Array.from({ length: hypothesis.length + 1 }, (_, index) => index);
  for (let i = 1; i <= reference.length; i++) {
    const next = [i];
    for (let j = 1; j <= hypothesis.length; j++) {
      const cost = reference[i - 1] === hypothesis[j - 1] ? 0 : 1;
      next.push(Math.min(row[j - 1] + cost, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[hypothesis.length];
}

/**
 * Pairs the words of two lists in their order: as many equal ones as can be paired without a
 * crossing (longest common subsequence), and of all such pairings the one of least `distance`.
 * @returns for each of `reference` the paired one of `heard`, or undefined
 */
export function pairInOrder(reference, heard, distance) {
  const width = heard.length + 1;
  // Entry i, j: the best for the first i and the first j words, as a count and a cost.
  const counts = new Int32Array((reference.length + 1) * width);
  const costs = new Float64Array(counts.length);
  const isBetter = (at, other) =>
    counts[at] > counts[other] || (counts[at] === counts[other] && costs[at] < costs[other]);
  for (let i = 1; i <= reference.length; i++) {
    for (let j = 1; j <= heard.length; j++) {
      const at = i * width + j;
      const [up, left, both] = [at - width, at - 1, at - width - 1];
      const from = isBetter(up, left) ? up : left;
      counts[at] = counts[from];
      costs[at] = costs[from];
      if (reference[i - 1].key !== heard[j - 1].key) continue;
      const count = counts[both] + 1;
      const cost = costs[both] + distance(reference[i - 1], heard[j - 1]);
      if (count > counts[at] || (count === counts[at] && cost < costs[at])) {
        counts[at] = count;
        costs[at] = cost;
      }
    }
  }
  const pairs = reference.map(() => undefined);
  for (let i = reference.length, j = heard.length; i > 0 && j > 0;) {
    const at = i * width + j;
    const isSame = (other) => counts[at] === counts[other] && costs[at] === costs[other];
    if (isSame(at - width)) i--;
    else if (isSame(at - 1)) j--;
    else pairs[--i] = heard[--j];
  }
  return pairs;
}

/** The value below which a share of sorted numbers lies. */
export function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}
