import { omitUndefined } from '@core/omit-undefined';
import type { MediaTools } from '../find-media-tools';
import { measureLength } from '../measure-length';
import { throwIfCancelled } from '../run-tool';
import type { ContainerFacts } from './container-facts';
import { inspectContainer } from './inspect-container';

/**
 * What a file itself says where its container may be mistaken: by a look at its bytes, and where they
 * show that no time in it says how long it is, by reading all of it.
 * @param formatName as ffprobe gives it
 * @throws StudioError `job/cancelled`
 */
export async function findFacts(
  path: string,
  { formatName, statedMs }: { readonly formatName: string; readonly statedMs: number | undefined },
  tools: MediaTools,
  signal?: AbortSignal,
): Promise<ContainerFacts> {
  const found = await inspectContainer(path, formatName, statedMs, signal);
  throwIfCancelled(signal);
  if (found.doesClockJump !== true) return found;
  return { ...found, ...omitUndefined({ durationMs: await measureLength(path, tools, signal) }) };
}
