import { isMessageKey, type Wording } from '../messages/catalogue';
import type { repairTexts } from '../messages/texts/repair-texts';
import type { Repair, TranscriptFormat } from './format';

type RepairKey = keyof typeof repairTexts;

/** Codes of repairs that several formats have; their texts are `repair.${code}` of the catalogue. */
export type SharedRepairCode = RepairKey extends `repair.${infer Code}` ? Code : never;

/** What a person reads of a repair: a text of the format's own, or of the catalogue. */
export function describeRepair(
  { code }: Repair,
  format: Pick<TranscriptFormat, 'repairTexts'> | undefined,
): Wording {
  const key = `repair.${code}`;
  return format?.repairTexts[code] ?? (isMessageKey(key) ? key : ([code, code] as const));
}
