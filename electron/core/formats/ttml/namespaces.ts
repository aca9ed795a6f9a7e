/** Prefixes by which names are known here, whatever the file calls them; TTML's own elements have none. */
const byNamespace: ReadonlyMap<string, string> = new Map([
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
  ['http://www.w3.org/ns/ttml/profile/imsc1#parameter', 'ittp'],
  ['http://www.w3.org/ns/ttml/profile/imsc1#styling', 'itts'],
  ['http://www.w3.org/ns/ttml/profile/imsc1#metadata', 'ittm'],
  ['urn:ebu:tt:style', 'ebutts'],
  ['urn:ebu:tt:metadata', 'ebuttm'],
  ['urn:ebu:tt:parameters', 'ebuttp'],
  ['http://www.smpte-ra.org/schemas/2052-1/2010/smpte-tt', 'smpte'],
  ['http://www.smpte-ra.org/schemas/2052-1/2013/smpte-tt', 'smpte'],
]);

/** The namespace of TTML since 2010; DFXP had others before. */
export const ttmlNamespace = 'http://www.w3.org/ns/ttml';

const ttml = /^http:\/\/www\.w3\.org\/(?:ns\/ttml|20\d\d\/\d\d\/ttaf1)(#[a-z-]+)?$/u;
const vocabularies: Readonly<Record<string, string>> = {
  '': '',
  '#parameter': 'ttp',
  '#style': 'tts',
  '#styling': 'tts',
  '#style-extension': 'tts',
  '#metadata': 'ttm',
};

/** The prefix of a namespace that is known, empty for TTML's own elements; undefined of any other. */
export function findPrefix(namespace: string): string | undefined {
  const [whole, vocabulary = ''] = ttml.exec(namespace) ?? [];
  return whole === undefined ? byNamespace.get(namespace) : vocabularies[vocabulary];
}

/** Namespaces of the prefixes that are written, in the order of writing. */
export const writtenNamespaces: readonly (readonly [prefix: string, namespace: string])[] = [
  ['ttp', `${ttmlNamespace}#parameter`],
  ['tts', `${ttmlNamespace}#styling`],
  ['ttm', `${ttmlNamespace}#metadata`],
  ['ittp', 'http://www.w3.org/ns/ttml/profile/imsc1#parameter'],
  ['itts', 'http://www.w3.org/ns/ttml/profile/imsc1#styling'],
  ['ittm', 'http://www.w3.org/ns/ttml/profile/imsc1#metadata'],
  ['ebutts', 'urn:ebu:tt:style'],
  ['ebuttm', 'urn:ebu:tt:metadata'],
  ['ebuttp', 'urn:ebu:tt:parameters'],
  ['smpte', 'http://www.smpte-ra.org/schemas/2052-1/2010/smpte-tt'],
];

/** The same for a document whose own elements are of that namespace, as old DFXP files have others. */
export function listNamespaces(
  base: string,
): readonly (readonly [prefix: string, namespace: string])[] {
  return writtenNamespaces.map(([prefix, namespace]) =>
    namespace.startsWith(`${ttmlNamespace}#`)
      ? [prefix, base + namespace.slice(ttmlNamespace.length)]
      : [prefix, namespace],
  );
}
