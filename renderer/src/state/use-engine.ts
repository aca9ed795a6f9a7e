import type { EngineFacts } from '@contract/api';
import { useStudio } from './studio-context';

/** What an engine is; undefined for one of another version of the studio, and where none is named. */
export function useEngine(engineId: string | undefined): EngineFacts | undefined {
  return useStudio().host.engines.find(({ id }) => id === engineId);
}
