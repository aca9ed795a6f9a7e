/** Sections of the source, by name [RK14]. */
export const sectionNames = {
  prolog: 'prolog',
  metadata: 'metadata',
  head: 'head',
  styling: 'styling',
  layout: 'layout',
  body: 'body',
  division: 'division',
} as const;
