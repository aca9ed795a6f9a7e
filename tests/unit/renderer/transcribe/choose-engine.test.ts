import type { EngineCard } from '@contract/api';
import { errorToJson, StudioError } from '@core/errors/studio-error';
import { describe, expect, it } from 'vitest';
import {
  listLanguages,
  suggestChoice,
  withEngine,
} from '../../../../renderer/src/features/transcribe/choose-engine';

const local: EngineCard = {
  id: 'local',
  texts: { name: 'engine.local' },
  keepsTasks: false,
  languages: ['en'],
  models: ['base', 'tiny'],
  givesWordTimes: true,
  needsNetwork: false,
  readiness: { state: 'ready' },
};
const flash: EngineCard = {
  id: 'flash',
  texts: { name: 'engine.flash' },
  keepsTasks: false,
  languages: ['zh', 'en', 'yue'],
  models: [],
  givesWordTimes: true,
  needsNetwork: true,
  readiness: {
    state: 'unavailable',
    error: errorToJson(new StudioError('engine/unavailable', 'no account')),
  },
};

describe('what the dialog begins with', () => {
  it('is the first engine that is ready, in the language of the recording', () => {
    const ready: EngineCard = { ...flash, readiness: { state: 'ready' } };
    expect(suggestChoice([flash, local], {}, 'und')).toEqual({
      engine: 'local',
      language: 'en',
      model: 'base',
    });
    expect(suggestChoice([ready, local], {}, 'yue-HK')).toEqual({
      engine: 'flash',
      language: 'yue',
      model: undefined,
    });
  });

  it('is what was chosen last, where that can still be had', () => {
    const last = { engine: 'local', language: 'en', model: 'tiny' };
    expect(suggestChoice([flash, local], last, 'und')).toEqual(last);
    const gone = { engine: 'flash', language: 'zh', model: 'large' };
    expect(suggestChoice([flash, local], gone, 'und')).toEqual({
      engine: 'local',
      language: 'en',
      model: 'base',
    });
  });

  it('is nothing without engines', () => {
    expect(suggestChoice([], {}, 'en')).toBeUndefined();
  });
});

describe('another engine', () => {
  it('keeps the language, so that a person is told that it does not understand it', () => {
    const choice = { engine: 'flash', language: 'zh', model: undefined };
    expect(withEngine(choice, local)).toEqual({ engine: 'local', language: 'zh', model: 'base' });
  });
});

describe('languages to choose from', () => {
  it('are those of the engine, then those only others know', () => {
    expect(listLanguages([flash, local], 'local')).toEqual(['en', 'zh', 'yue']);
  });
});
