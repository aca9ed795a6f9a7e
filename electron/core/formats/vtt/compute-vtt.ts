import type { Repair } from '../format';
import type { SharedRepairCode } from '../repairs';
import { computeCueSettings, type VttCueSettings } from './cue-settings';
import { type CueNode, parseCueText } from './cue-tree';
import { parseBlocks } from './parse-blocks';
import { computeRegion, isRegionBlock, type VttRegion } from './regions';

/** A cue as a player that keeps to the standard has it. */
export interface ComputedCue extends Omit<VttCueSettings, 'region'> {
  readonly id: string;
  readonly beginMs: number;
  readonly endMs: number;
  /** As it stands in the file. */
  readonly text: string;
  readonly nodes: readonly CueNode[];
  readonly region: VttRegion | undefined;
}

/** What the standard makes of a file. */
export interface ComputedVtt {
  readonly cues: readonly ComputedCue[];
  readonly regions: readonly VttRegion[];
}

/**
 * What a player that keeps to the standard (W3C WebVTT 6) makes of a file: without what we mend, and
 * with every setting computed.
 * @param text decoded text; any line endings
 * @returns undefined where it is no WebVTT
 */
export function computeVtt(text: string): ComputedVtt | undefined {
  const repairs: Repair<SharedRepairCode>[] = [];
  const { hasMark, lines, parts } = parseBlocks(text, repairs);
  if (!hasMark) return undefined;
  const cues: ComputedCue[] = [];
  const regions: VttRegion[] = [];
  for (const part of parts) {
    if (part.kind === 'cue') {
      if (!part.isStandard) continue;
      const said = lines.join(part.timing + 1, part.standardEnd);
      const { region: id, ...settings } = computeCueSettings(part.settings);
      const region = id === undefined ? undefined : regions.findLast((one) => one.id === id);
      const { identifier, beginMs, endMs } = part;
      cues.push({
        ...{ id: identifier, beginMs, endMs, text: said, nodes: parseCueText(said) },
        ...settings,
        region,
      });
    } else if (part.name === 'REGION' && cues.length === 0) {
      const block = lines.join(part.first, part.textEnd);
      if (isRegionBlock(block)) regions.push(computeRegion(block));
    }
  }
  return { cues, regions };
}
