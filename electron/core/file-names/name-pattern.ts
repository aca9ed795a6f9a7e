/** What a name of a file may be made of, beside letters that stand for themselves. */
export const nameFields = ['name', 'language', 'format', 'date'] as const;

export type NameField = (typeof nameFields)[number];

/** The name of the recording or project alone. */
export const usualNamePattern = '{name}';

/** What is known of a file that gets a name; what is not known is empty. */
export type NameFacts = Readonly<Record<NameField, string>>;

const anyField = /\{([a-z]+)\}/giu;
/** A field with the marks that part it from what stands before it. */
const fieldWithMarks = /[ ._-]*\{([a-z]+)\}/giu;

/**
 * Whether a pattern names a file: it has only fields that there are, and something that differs from
 * file to file or a letter of its own.
 */
export function isNamePattern(pattern: string): boolean {
  const isKnown = Array.from(pattern.matchAll(anyField), ([, field = '']) => field).every(isField);
  return isKnown && !/[{}]/u.test(pattern.replace(anyField, '')) && pattern.trim() !== '';
}

/**
 * The name of a file by a pattern, without its ending [FM88]: `{name}.{language}` of "Talk" in Chinese
 * is `Talk.zh-CN`. A field that nothing is known of is left out, with the marks before it; of a name
 * of which nothing is left stays the one of the recording.
 */
export function formatName(pattern: string, facts: NameFacts): string {
  const named = pattern.replace(fieldWithMarks, (whole, field: string, at: number) => {
    const value = isField(field) ? facts[field] : whole;
    if (value === '') return '';
    const marks = whole.slice(0, whole.indexOf('{'));
    return (at === 0 ? '' : marks) + value;
  });
  const trimmed = named.replace(/^[ ._-]+/u, '').trim();
  return trimmed === '' ? facts.name : trimmed;
}

function isField(field: string): field is NameField {
  return nameFields.some((one) => one === field);
}
