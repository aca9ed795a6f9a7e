import { z } from 'zod';
import type { GivenOptions } from '../format';
import { describeOptions, option, parseOptions } from '../option-fields';

/**
 * What those who take subtitles ask for, by names; whatever is chosen besides counts before it.
 * Netflix: Timed Text Style Guide, general requirements (5/6 s to 7 s, two frames between cues, gaps
 * under half a second closed). BBC: Subtitle Guidelines (no overlap, gaps under 1.5 s avoided; least
 * duration by the word). Editing programs lay a track of cues that may not overlap.
 */
const profiles = {
  none: {},
  netflix: {
    overlaps: 'join',
    leastDuration: 833,
    mostDuration: 7000,
    leastGap: 83,
    closeGaps: 500,
  },
  bbc: { overlaps: 'join', leastDuration: 1000, closeGaps: 1000 },
  editing: { overlaps: 'cut', leastDuration: 200, plainTags: true },
} as const satisfies Readonly<Record<string, GivenOptions>>;

const names = Object.keys(profiles) as (keyof typeof profiles)[];

const profileOptions = z.object({
  profile: option(z.enum(names).default('none'), {
    label: 'writing.profile',
    group: 'writing',
    choices: {
      none: 'writing.profile.none',
      netflix: ['Netflix', 'Netflix'],
      bbc: ['BBC', 'BBC'],
      editing: 'writing.profile.editing',
    },
  }),
});

export const profileFields = describeOptions(profileOptions);

/** What is asked for, with what the profile asks for besides. @throws StudioError `usage/invalid` */
export function addProfile(given: GivenOptions): GivenOptions {
  const { profile } = parseOptions(profileOptions, given);
  return profile === 'none' ? given : { ...profiles[profile], ...given };
}
