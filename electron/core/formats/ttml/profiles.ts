import type { Wording } from '../../messages/catalogue';
import type { Attributes } from './xml';

/** A profile of TTML, as far as it asks for something to be written in its way. */
export interface Profile {
  readonly label: Wording;
  /** Of the root. */
  readonly attributes: Attributes;
  /** Standards that the metadata of the document name. */
  readonly conformsTo: readonly string[];
  /** Whether looks stand in styles alone, and each paragraph has an id (EBU-TT-D). */
  readonly isStrict: boolean;
}

export const profiles = {
  imsc: {
    label: ['IMSC 1.1 Text', 'IMSC 1.1 文本'],
    attributes: {
      'ttp:contentProfiles': 'http://www.w3.org/ns/ttml/profile/imsc1.1/text',
      'ttp:timeBase': 'media',
    },
    conformsTo: [],
    isStrict: false,
  },
  'ebu-tt-d': {
    label: ['EBU-TT-D', 'EBU-TT-D'],
    attributes: { 'ttp:timeBase': 'media', 'ttp:cellResolution': '32 15' },
    conformsTo: ['urn:ebu:tt:distribution:2018-04', 'http://www.w3.org/ns/ttml/profile/imsc1/text'],
    isStrict: true,
  },
  dfxp: {
    label: ['DFXP (TTML1)', 'DFXP（TTML1）'],
    attributes: {
      'ttp:profile': 'http://www.w3.org/ns/ttml/profile/dfxp-presentation',
      'ttp:timeBase': 'media',
    },
    conformsTo: [],
    isStrict: false,
  },
  ttml: {
    label: ['TTML2', 'TTML2'],
    attributes: { 'ttp:version': '2', 'ttp:timeBase': 'media' },
    conformsTo: [],
    isStrict: false,
  },
} as const satisfies Readonly<Record<string, Profile>>;

export type ProfileName = keyof typeof profiles;

/** What a document of TTML was, without anything of a profile. */
export const asItWas: Omit<Profile, 'label'> = { attributes: {}, conformsTo: [], isStrict: false };

/** Attributes of the root that say which profile a document has; another profile replaces them. */
export const ofProfile = /^(?:ttp:(?:contentProfiles|profile|version|processorProfiles)|xmlns)$/u;
