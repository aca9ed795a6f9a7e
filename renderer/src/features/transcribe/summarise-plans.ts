import type { EnginePlan } from '@contract/api';

export type ConversionReason = NonNullable<NonNullable<EnginePlan['upload']>['reason']>;

type Region = NonNullable<EnginePlan['upload']>['region'];

/** What would be done with one recording or several, added up. */
export interface PlanSummary {
  readonly count: number;
  readonly sizeBytes: number;
  /** Undefined where the length of one of them is not known. */
  readonly durationMs: number | undefined;
  /** Containers and codecs, each once: `WAV (pcm_s16le)`. */
  readonly formats: readonly string[];
  readonly hasVideo: boolean;
  /** Undefined where nothing leaves this computer. */
  readonly upload:
    | {
        readonly sizeBytes: number;
        /** A service fetches all of them from the web; nothing of them is sent. */
        readonly isByAddress: boolean;
        readonly region: Region;
        readonly conversions: readonly {
          readonly reason: ConversionReason;
          readonly parts: number;
        }[];
      }
    | undefined;
  readonly estimatedMs: number | undefined;
}

/** @param plans of one engine, at least one */
export function summarisePlans(plans: readonly EnginePlan[]): PlanSummary {
  const uploads = plans.flatMap(({ upload }) => (upload === undefined ? [] : [upload]));
  const [first] = uploads;
  const parts = new Map<ConversionReason, number>();
  for (const { reason, partCount } of uploads) {
    if (reason !== undefined) parts.set(reason, (parts.get(reason) ?? 0) + partCount);
  }
  return {
    count: plans.length,
    sizeBytes: add(plans.map(({ sizeBytes }) => sizeBytes)) ?? 0,
    durationMs: add(plans.map(({ durationMs }) => durationMs)),
    formats: [...new Set(plans.map(nameFormat))],
    hasVideo: plans.some(({ hasVideo }) => hasVideo),
    upload:
      first === undefined
        ? undefined
        : {
            sizeBytes: add(uploads.map(({ sizeBytes }) => sizeBytes)) ?? 0,
            isByAddress: uploads.every(({ kind }) => kind === 'address'),
            region: first.region,
            conversions: [...parts].map(([reason, count]) => ({ reason, parts: count })),
          },
    estimatedMs: add(plans.map(({ estimatedMs }) => estimatedMs)),
  };
}

/** ffprobe lists all names of a family of containers; the first says enough. */
function nameFormat({ container, codec }: EnginePlan): string {
  const [first = container] = container.split(',');
  const name = first === 'mov' ? 'MP4' : first === 'matroska' ? 'MKV' : first.toUpperCase();
  return name.toLowerCase() === codec ? name : `${name} (${codec})`;
}

function add(numbers: readonly (number | undefined)[]): number | undefined {
  return numbers.reduce<number | undefined>(
    (sum, value) => (sum === undefined || value === undefined ? undefined : sum + value),
    0,
  );
}
