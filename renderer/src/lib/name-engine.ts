import type { MessageKey } from '@core/messages/catalogue';

const names: Readonly<Record<string, MessageKey>> = {
  local: 'engine.local',
  flash: 'engine.flash',
  file: 'engine.file',
};

/** The catalogue's name of an engine; undefined for one it does not know, whose id is its name. */
export function findEngineNameKey(engineId: string): MessageKey | undefined {
  return names[engineId];
}
