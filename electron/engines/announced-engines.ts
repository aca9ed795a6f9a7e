import type { EngineDescription } from './engine';

/**
 * Languages of Alibaba Cloud's recording recognition, as BCP 47 primary tags: those of its table
 * of models, the same for both services. Chinese first, since most who need them speak it.
 */
const cloudLanguages = [
  ...['zh', 'yue', 'nan', 'en', 'ja', 'ko', 'ar', 'az', 'bg', 'bn', 'ca', 'cs', 'da', 'de', 'el'],
  ...['es', 'fa', 'fil', 'fr', 'ha', 'he', 'hi', 'hr', 'hu', 'id', 'it', 'jv', 'kk', 'km', 'kn'],
  ...['lo', 'ml', 'mn', 'mr', 'ms', 'my', 'ne', 'nl', 'no', 'pa', 'pl', 'pt', 'ro', 'ru', 'si'],
  ...['sv', 'sw', 'ta', 'te', 'th', 'tr', 'uk', 'ur', 'uz', 'vi'],
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
