const samplesEnd = /(?<=<\/(?:[\w.-]+:)?tt\s*>)/u;
const bodyEnd = /<\/(?:[\w.-]+:)?body\s*>/u;
const bodyTags = /<(\/?(?:[\w.-]+:)?)body\b([^>]*)>/gu;
const bodyBegin = /<(?:[\w.-]+:)?body\b[^>]*>/u;

/**
 * One document of TTML of those that follow each other in a track of MP4, where a part of the recording
 * has a document of its own: the body of each becomes a division of the first one that shows something.
 */
export function joinTtmlSamples(text: string): string {
  const samples = text
    .split(samplesEnd)
    .map((sample) => sample.trimStart())
    .filter((sample) => bodyEnd.test(sample));
  const [first, ...others] = samples;
  if (first === undefined || others.length === 0) return text;
  const end = first.search(bodyEnd);
  return `${first.slice(0, end)}${others.map(toDivision).join('\n')}${first.slice(end)}`;
}

function toDivision(sample: string): string {
  const begin = Math.max(0, sample.search(bodyBegin));
  const end = bodyEnd.exec(sample);
  return sample
    .slice(begin, end === null ? begin : end.index + end[0].length)
    .replace(bodyTags, '<$1div$2>');
}
