import type { MessageKey } from '@core/messages/catalogue';

const names: Readonly<Record<string, MessageKey>> = {
  local: 'engine.local',
  flash: 'engine.flash',
  file: 'engine.file',
};

const modelNames: Readonly<Record<string, MessageKey>> = {
  base: 'engine.model.base',
  tiny: 'engine.model.tiny',
};

/** The catalogue's name of a model of the local engine; undefined where its id is its name. */
export function findModelNameKey(model: string): MessageKey | undefined {
  return modelNames[model];
}

/** The catalogue's name of an engine; undefined for one it does not know, whose id is its name. */
export function findEngineNameKey(engineId: string): MessageKey | undefined {
  return names[engineId];
}
