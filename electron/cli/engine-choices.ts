import { offeredEngines } from '../services/offered-engines';

/** The engines' ids as the help shows a choice. */
export const engineChoice = offeredEngines.map(({ id }) => id).join('|');

/** The models of all engines as the help shows a choice. */
export const modelChoice = offeredEngines.flatMap(({ models }) => models).join('|');
