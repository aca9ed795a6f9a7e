import { modelTable } from '@isi/model-table';
import type { EngineDescription } from '../engine';

/**
 * Languages of the vendor's table of models, as BCP 47 primary tags: the same for both services.
 * Chinese first, since most who need them speak it.
 */
const cloudLanguages = [
  ...new Set(['zh', 'yue', 'en', ...modelTable.map(({ tag }) => tag.split('-')[0]!.toLowerCase())]),
];

/** What is the same for both services. */
export function describeCloudEngine(
  own: Pick<EngineDescription, 'id' | 'texts' | 'service' | 'taskStages' | 'longerBy'>,
): EngineDescription {
  return {
    ...own,
    languages: cloudLanguages,
    models: [],
    givesWordTimes: true,
    needsNetwork: true,
    canAlign: false,
    takesAddresses: true,
  };
}
