import type { FormatDocument } from '../format-document';
import type { Profile } from './profiles';
import { contentSetting, readAgents } from './read-head';
import { type KeptParts, listOwn } from './read-sections';
import { sectionNames } from './section-names';
import type { CueWriter } from './write-cues';
import { type Attributes, escapeText, writeElement } from './xml';

/** Ids of agents by the names of speakers. */
export interface Agents {
  readonly find: (speaker: string) => string;
  /** Those that the document did not have, in the order in which they were asked for. */
  readonly list: () => readonly (readonly [speaker: string, id: string])[];
}

export function makeAgents({ elements }: KeptParts): Agents {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of [sectionNames.metadata, sectionNames.head]) {
    for (const element of elements.get(name) ?? []) {
      for (const [id, speaker] of readAgents({ ...element, children: [element] })) {
        taken.add(id);
        if (!ids.has(speaker)) ids.set(speaker, id);
      }
    }
  }
  const added: (readonly [string, string])[] = [];
  const find = (speaker: string): string => {
    const known = ids.get(speaker);
    if (known !== undefined) return known;
    let number = added.length + 1;
    while (taken.has(`speaker-${number}`)) number++;
    const id = `speaker-${number}`;
    taken.add(id);
    ids.set(speaker, id);
    added.push([speaker, id]);
    return id;
  };
  return { find, list: () => added };
}

/** What stands in the head, one line each. */
export interface WrittenHead {
  readonly before: readonly string[];
  readonly styling: readonly string[];
  readonly layout: readonly string[];
  readonly behind: readonly string[];
}

/** The head of a document, after its cues have named what they need. */
export function writeHead(
  { regions }: FormatDocument,
  {
    writer: { kept, book, regions: written, isStrict },
    agents,
    profile,
  }: {
    readonly writer: CueWriter;
    readonly agents: Agents;
    readonly profile: Omit<Profile, 'label'>;
  },
): WrittenHead {
  const contents = new Map(
    listOwn(regions).map(({ id, settings }) => [id, settings[contentSetting] ?? '']),
  );
  // Regions first, as they may need styles of their own.
  const layout = [...written].map(([id, attributes]) =>
    writeElement(
      'region',
      { 'xml:id': id, ...book.refer(attributes, 'region') },
      isStrict ? '' : contents.get(id),
    ),
  );
  const styling = [...book.styles].map(([id, attributes]) =>
    writeElement('style', { 'xml:id': id, ...attributes }),
  );
  const parts = (name: string): readonly string[] => kept.texts.get(name) ?? [];
  const isAnimation = (text: string): boolean => text.startsWith('<animation');
  return {
    before: [
      ...writeMetadata(profile, agents, parts(sectionNames.metadata)),
      ...parts(sectionNames.head).filter((text) => !isAnimation(text)),
    ],
    styling: [...(isStrict ? [] : parts(sectionNames.styling)), ...styling],
    layout: [...(isStrict ? [] : parts(sectionNames.layout)), ...layout],
    behind: isStrict ? [] : parts(sectionNames.head).filter(isAnimation),
  };
}

function writeMetadata(
  { conformsTo }: Omit<Profile, 'label'>,
  agents: Agents,
  kept: readonly string[],
): readonly string[] {
  const standards = conformsTo
    .filter((standard) => !kept.some((text) => text.includes(escapeText(standard))))
    .map((standard) => writeElement('ebuttm:conformsToStandard', {}, escapeText(standard)))
    .join('');
  const added =
    (standards === '' ? '' : writeElement('ebuttm:documentMetadata', {}, standards)) +
    agents
      .list()
      .map(([speaker, id]) => writeAgent(speaker, { 'xml:id': id, type: 'person' }))
      .join('');
  return added === '' ? kept : [...kept, writeElement('metadata', {}, added)];
}

function writeAgent(speaker: string, attributes: Attributes): string {
  const name = writeElement('ttm:name', { type: 'full' }, escapeText(speaker));
  return writeElement('ttm:agent', attributes, name);
}
