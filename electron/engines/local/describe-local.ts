import type { EngineDescription } from '../engine';
import { recognisers } from './models/catalogue';

/** Of one core with the usual model (the goal in CONTRIBUTING.md); a slower computer takes longer. */
const recognitionSpeed = 12;

export const localDescription: EngineDescription = {
  id: 'local',
  texts: {
    name: 'engine.local',
    about: 'transcribe.local.about',
    gives: ['transcribe.gives.private', 'transcribe.gives.english', 'transcribe.wordTimes'],
  },
  languages: ['en'],
  models: Object.keys(recognisers),
  givesWordTimes: true,
  setsMarks: true,
  needsNetwork: false,
  canAlign: true,
  hearsEachChannel: true,
  takesAddresses: false,
};

/** About how long it takes, ms. */
export function estimateLocalTime(durationMs: number): number {
  return durationMs / recognitionSpeed;
}
