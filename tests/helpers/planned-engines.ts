import { estimateFileTime, fileDescription } from '../../electron/engines/file/describe-file';
import { estimateFlashTime, flashDescription } from '../../electron/engines/flash/describe-flash';
import { estimateLocalTime, localDescription } from '../../electron/engines/local/describe-local';
import type { PlannedEngine } from '../../electron/services/cloud/plan-engine';

/** What a plan asks of engines, without anything that they need. */
export const plannedEngines = {
  local: { describe: () => localDescription, estimateMs: estimateLocalTime },
  flash: { describe: () => flashDescription, estimateMs: estimateFlashTime },
  file: { describe: () => fileDescription, estimateMs: estimateFileTime },
} as const satisfies Readonly<Record<string, PlannedEngine>>;
