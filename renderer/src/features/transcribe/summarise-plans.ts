import type { EnginePlan } from '@contract/api';
import type { ChannelFindings } from '@isi/compare-channels';

export type ConversionReason = NonNullable<NonNullable<EnginePlan['upload']>['reason']>;

type Channels = NonNullable<NonNullable<EnginePlan['upload']>['channels']>;

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
        /** Those with more than one channel, alike ones together. */
        readonly channels: readonly {
          readonly decision: Channels;
          readonly count: number;
          /** Undefined where the length of one of them is not known. */
          readonly billedMs: number | undefined;
        }[];
        /** Of some, nobody knows yet what their channels hold. */
        readonly listensFirst: boolean;
      }
    | undefined;
  /** Of those with several channels, for an engine that can hear each by itself. */
  readonly channels:
    | {
        /** Those of one of them hold different speech. */
        readonly differ: boolean;
        /** What each of them holds, where it is about one recording with more than two. */
        readonly findings: ChannelFindings | undefined;
        /** Of some, nobody knows yet what their channels hold. */
        readonly listens: boolean;
      }
    | undefined;
  readonly estimatedMs: number | undefined;
}

/** @param plans of one engine, at least one */
export function summarisePlans(plans: readonly EnginePlan[]): PlanSummary {
  const uploads = plans.flatMap(({ upload }) => (upload === undefined ? [] : [upload]));
  const [first] = uploads;
  const several = plans.flatMap(({ channels }) => (channels === undefined ? [] : [channels]));
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
            channels: groupChannels(uploads),
            listensFirst: uploads.some(({ listensFirst }) => listensFirst === true),
          },
    channels:
      several.length === 0
        ? undefined
        : {
            differ: several.some(({ findings }) => findings?.differ === true),
            findings:
              several.length === 1 && several[0]!.count > 2 ? several[0]!.findings : undefined,
            listens: several.some(({ listensFirst }) => listensFirst === true),
          },
    estimatedMs: add(plans.map(({ estimatedMs }) => estimatedMs)),
  };
}

function groupChannels(
  uploads: readonly NonNullable<EnginePlan['upload']>[],
): NonNullable<PlanSummary['upload']>['channels'] {
  const groups = new Map<string, Channels[]>();
  for (const { channels } of uploads) {
    if (channels === undefined || channels.sends === 'all') continue;
    const alike = JSON.stringify({ ...channels, billedMs: 0 });
    groups.set(alike, [...(groups.get(alike) ?? []), channels]);
  }
  return [...groups.values()].map((group) => ({
    decision: group[0]!,
    count: group.length,
    billedMs: add(group.map(({ billedMs }) => billedMs)),
  }));
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
