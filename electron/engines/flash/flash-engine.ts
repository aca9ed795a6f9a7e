import { isCancelled, type JsonValue, StudioError, toStudioError } from '@core/errors/studio-error';
import { createChargedTwiceRemark, isAnswerLost, markCharged } from '@core/isi/charged-twice';
import { nameFlashFormat } from '@core/isi/address-limits';
import type { ChannelDecision } from '@core/isi/decide-channels';
import { assertFlashParameters } from '@core/isi/flash-parameters';
import { maskSignedLinks } from '@core/isi/mask-signed-links';
import { flashUploadLimits } from '@core/isi/plan-upload';
import { readVendorReply } from '@core/isi/replies/import-reply';
import { listRepairNotices } from '@core/isi/replies/list-repair-notices';
import { joinRepairs, type ReplyRepair, shiftRepairs } from '@core/isi/replies/reply-repair';
import { formatReplyParts, type KeptPart } from '@core/isi/replies/reply-parts';
import { type RecognisedPart, stitchParts } from '@core/isi/stitch-parts';
import type { WebAddress } from '@core/isi/web-address';
import { retry } from '../../isi/retry';
import type { ChannelMeter } from '../cloud/channel-meter';
import { checkAddress } from '../cloud/check-address';
import { afterMeasuring, createChannelChooser } from '../cloud/choose-channels';
import type { CloudAccess, CloudSession } from '../cloud/cloud-access';
import { describeCloudEngine } from '../cloud/cloud-languages';
import { CloudProgress } from '../cloud/cloud-progress';
import { prepareUpload } from '../cloud/prepare-upload';
import { throwIfCancelled } from '../cloud/interruption';
import type { SpeechEncoder } from '../cloud/speech-encoder';
import { measuredChannelsSchema } from '../cloud/measured-channels';
import type {
  EngineContext,
  EngineResult,
  TranscriptionEngine,
  TranscriptionRequest,
} from '../engine';
import { type RecogniseFile, recogniseFile } from './recognise-file';

/** The service itself advises two more at most (protocol §2.4). */
const mostAttempts = 3;

export interface FlashEngineOptions {
  readonly access: CloudAccess;
  readonly encoder: SpeechEncoder;
  readonly channelMeter: ChannelMeter;
}

/**
 * Flash (录音文件识别极速版): a recording is sent and its words come back in the reply. One that is
 * longer than the service takes is cut at pauses, recognised part by part and stitched. One that has
 * an address is fetched by the service from there.
 */
export function createFlashEngine({
  access,
  encoder,
  channelMeter,
}: FlashEngineOptions): TranscriptionEngine {
  return {
    describe: () => describeCloudEngine('flash'),
    check: async (_model, place = 'file') => {
      const error = await access.check('flash', place);
      return error === undefined ? { state: 'ready' } : { state: 'unavailable', error };
    },
    transcribe: async (request, context) => {
      throwIfCancelled(context.signal);
      // Before anything is encoded; which format it will be is not known yet.
      assertFlashParameters({ ...request.parameters, format: 'wav' });
      const session = await access.open(request.appkeyId);
      const progress = new CloudProgress(
        { loading: [0, 0.2], uploading: [0.2, 0.7], waiting: [0.7, 0.99] },
        context.onProgress,
      );
      progress.report('loading', 0);
      const { audio } = request;
      const { signal } = context;
      const channels = await createChannelChooser(request, context, {
        meter: channelMeter,
        measured: () => measuredChannelsSchema.safeParse(context.kept).data,
        keep: async (channels) => context.keep?.(JSON.parse(JSON.stringify(channels)) as JsonValue),
        onProgress: (part) => progress.report('loading', part),
        modelRateHz: session.appkey.model?.sampleRateHz,
      })();
      if (audio.address !== undefined) {
        const step = { access, session, context, channels, progress };
        return recogniseAddress(audio.address, request, step);
      }
      const prepared = await prepareUpload(audio, flashUploadLimits, encoder, {
        signal,
        sends: channels.sends,
        onProgress: (part) => progress.report('loading', afterMeasuring(part)),
      });
      try {
        const replies: KeptPart[] = [];
        const parts: RecognisedPart[] = [];
        const repairs: ReplyRepair[] = [];
        for (const [index, file] of prepared.files.entries()) {
          const audioFile = { path: file.path };
          const json = await recognisePatiently(audioFile, file.format, request, {
            ...{ access, session, context, channels },
            onUploaded: (share) => {
              const done = (index + share) / prepared.files.length;
              // All of it is sent, and the service still listens.
              if (share < 1) progress.report('uploading', done);
              else progress.report('waiting', index / prepared.files.length);
            },
          });
          replies.push({ beginMs: file.beginMs, endMs: file.endMs, json });
          const { segments, repairs: own } = readVendorReply(json, {
            hasMeasuredTimes: hasMeasuredTimes(session, request),
            recordingMs: file.endMs - file.beginMs,
          });
          parts.push({ beginMs: file.beginMs, endMs: file.endMs, segments });
          repairs.push(...shiftRepairs(own, file.beginMs));
        }
        if (replies.length > 0) {
          const isWhole = replies.length === 1 && replies[0]!.beginMs === 0;
          const all = isWhole ? replies[0]!.json : formatReplyParts(replies);
          await context.keepReply?.(maskSignedLinks(all));
        }
        const notices = await keepRepairs(repairs, context);
        return finish({ ...describeResult(parts, session, request), notices }, context, progress);
      } finally {
        await prepared.dispose();
      }
    },
    align: () =>
      Promise.reject(
        new StudioError('engine/unavailable', 'it cannot align', { data: { engine: 'flash' } }),
      ),
    dispose: () => Promise.resolve(),
  };
}

interface FlashStep {
  readonly access: CloudAccess;
  readonly session: CloudSession;
  readonly context: EngineContext;
  readonly channels: ChannelDecision;
  /** Takes 0 to 1. */
  readonly onUploaded: (share: number) => void;
}

/** The last word on a job, unless it was taken back meanwhile. */
function finish(
  result: EngineResult,
  { signal }: EngineContext,
  progress: CloudProgress,
): EngineResult {
  throwIfCancelled(signal);
  progress.finish(result);
  throwIfCancelled(signal);
  return result;
}

/** What is told of a reply that had to be mended; it is kept beside the reply too. */
async function keepRepairs(
  repairs: readonly ReplyRepair[],
  context: EngineContext,
): Promise<EngineResult['notices']> {
  const places = joinRepairs(repairs);
  if (places.length > 0) await context.keepRepairs?.(places);
  return listRepairNotices(places);
}

/** One recording that the service fetches itself; how long it is, its reply tells. */
async function recogniseAddress(
  address: WebAddress,
  request: TranscriptionRequest,
  { progress, ...tools }: Omit<FlashStep, 'onUploaded'> & { readonly progress: CloudProgress },
): Promise<EngineResult> {
  const { session, context } = tools;
  const checked = await checkAddress(address, 'flash', tools);
  const asked = request.parameters?.['format'];
  const { file } = request.audio;
  const format =
    (file && flashUploadLimits.nameFormat(file.containerName, file.codecName)) ??
    nameFlashFormat(checked) ??
    (typeof asked === 'string' ? asked : undefined);
  if (format === undefined) {
    throw new StudioError('media/link-format', 'nothing tells the format of the recording', {
      data: { address: address.shown },
    });
  }
  progress.report('waiting', 0);
  const json = await recognisePatiently({ link: checked.link }, format, request, {
    ...tools,
    onUploaded: () => undefined,
  });
  await context.keepReply?.(maskSignedLinks(json));
  const { segments, durationMs, repairs } = readVendorReply(json, {
    hasMeasuredTimes: hasMeasuredTimes(session, request),
    recordingMs: request.audio.durationMs,
  });
  const notices = await keepRepairs(repairs, context);
  const part = { beginMs: 0, endMs: durationMs, segments };
  const result = describeResult([part], session, request);
  return finish(
    { ...result, durationMs: Math.max(result.durationMs, durationMs), notices },
    context,
    progress,
  );
}

/** The reply for one file, as it came; sent again where the catalogue says that it may help. */
function recognisePatiently(
  audio: RecogniseFile['audio'],
  format: string,
  request: TranscriptionRequest,
  { access, session, context, channels, onUploaded }: FlashStep,
): Promise<string> {
  const { http, tokens, endpoints, appkey } = session;
  const { signal, onRetry, onRemark } = context;
  return retry(
    () => {
      // Of an address there is nothing to send but the address.
      let isAllSent = 'link' in audio;
      return recogniseFile(
        {
          audio,
          appkey: appkey.appkey,
          endpoint: endpoints.flash,
          parameters: chooseParameters(format, session, channels, request),
          signal,
          onUploaded: (share) => {
            isAllSent = share >= 1;
            onUploaded(share);
          },
        },
        { http, tokens },
      ).catch((thrown: unknown) => {
        const error = toStudioError(thrown);
        const isLost = isAllSent && (isAnswerLost(error) || isCancelled(error));
        throw isLost ? markCharged(error) : error;
      });
    },
    {
      signal,
      maximumAttempts: mostAttempts,
      random: access.random,
      ...(access.wait === undefined ? {} : { wait: access.wait }),
      onRetry: ({ error }) => {
        onRetry?.(error);
        const remark = createChargedTwiceRemark(error);
        if (remark !== undefined) onRemark?.(remark);
      },
    },
  );
}

function chooseParameters(
  format: string,
  { appkey }: CloudSession,
  { firstChannelOnly }: ChannelDecision,
  request: TranscriptionRequest,
): Readonly<Record<string, unknown>> {
  return {
    sample_rate: appkey.model?.sampleRateHz ?? 16_000,
    enable_word_level_result: true,
    ...(appkey.model?.hasTimestampAlignment === true ? { enable_timestamp_alignment: true } : {}),
    ...request.parameters,
    first_channel_only: firstChannelOnly,
    // What was prepared, whatever was asked for.
    format,
  };
}

/** Spread evenly by the service, unless its alignment was on and the model has it (protocol §0.9). */
function hasMeasuredTimes({ appkey }: CloudSession, request: TranscriptionRequest): boolean {
  return (
    appkey.model?.hasTimestampAlignment === true &&
    request.parameters?.['enable_timestamp_alignment'] !== false
  );
}

function describeResult(
  parts: readonly RecognisedPart[],
  { appkey }: CloudSession,
  { audio, language }: TranscriptionRequest,
): EngineResult {
  const segments =
    parts.length === 1 && parts[0]!.beginMs === 0 ? parts[0]!.segments : stitchParts(parts);
  const lastMs = segments.reduce((last, { endMs }) => Math.max(last, endMs), 0);
  return {
    language: language ?? appkey.model?.tag ?? 'und',
    durationMs: Math.max(audio.durationMs ?? 0, lastMs),
    segments,
    notices: [],
  };
}
