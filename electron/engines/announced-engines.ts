import { modelTable } from '@core/isi/model-table';
import type { EngineDescription } from './engine';

/**
 * Languages of Alibaba Cloud's recording recognition, as BCP 47 primary tags: those of its table
 * of models, the same for both services. Chinese first, since most who need them speak it.
 */
const cloudLanguages = [
  ...new Set([
    ...['zh', 'yue', 'nan', 'en', 'ja', 'ko'],
    ...modelTable.map(({ tag }) => tag.split('-')[0] ?? tag).sort(),
  ]),
];

/** The engines of the cloud, which need an account that this version cannot use yet. */
export const announcedEngines: readonly EngineDescription[] = ['flash', 'file'].map((id) => ({
  id,
  languages: cloudLanguages,
  models: [],
  givesWordTimes: true,
  needsNetwork: true,
  canAlign: false,
}));
