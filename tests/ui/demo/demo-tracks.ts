import type { EnginePlan, MediaAccess } from '@contract/api';

/** What a film that was shot in two languages has. */
const tracks: NonNullable<MediaAccess['tracks']> = [
  { track: 0, language: 'eng', codec: 'aac', channels: 2, isDefault: true },
  { track: 1, language: 'ger', title: 'Dolmetscher', codec: 'aac', channels: 1 },
  { track: 2, language: 'chi', title: '导演解说', codec: 'ac3', channels: 6 },
];

/** Which tracks the demo's recordings have, and which one is heard. */
export class DemoTracks {
  readonly #hasTracks: boolean;
  readonly #heard = new Map<string, number>();

  constructor({ hasTracks }: { readonly hasTracks: boolean }) {
    this.#hasTracks = hasTracks;
  }

  choose(projectId: string, track: number): void {
    this.#heard.set(projectId, track);
  }

  describe(projectId: string): Pick<EnginePlan & MediaAccess, 'tracks' | 'heardTrack'> {
    return this.#hasTracks ? { tracks, heardTrack: this.#heard.get(projectId) ?? 0 } : {};
  }
}
