import { type JsonValue, StudioError } from '@core/errors/studio-error';
import { assertFlashParameters } from '@isi/flash-parameters';
import { maskSignedLinks } from '@isi/mask-signed-links';
import { flashUploadLimits, type UploadLimits } from '@isi/plan-upload';
import { readVendorReply } from '@isi/replies/import-reply';
import { type ReplyRepair, shiftRepairs } from '@core/replies/reply-repair';
import { formatReplyParts, type KeptPart } from '@isi/replies/reply-parts';
import type { RecognisedPart } from '@isi/stitch-parts';
import type { ChannelMeter } from '../cloud/channel-meter';
import { afterMeasuring, createChannelChooser } from '../cloud/choose-channels';
import type { CloudAccess } from '../cloud/cloud-access';
import { CloudProgress } from '../cloud/cloud-progress';
import { hasMeasuredTimes } from '../cloud/has-measured-times';
import { prepareUpload } from '../cloud/prepare-upload';
import { throwIfCancelled } from '../cloud/interruption';
import type { SpeechEncoder } from '../cloud/speech-encoder';
import { measuredChannelsSchema } from '../cloud/measured-channels';
import type { TranscriptionEngine } from '../engine';
import { estimateFlashTime, flashDescription } from './describe-flash';
import { describeResult, finish, keepRepairs } from './flash-result';
import { recogniseAddress } from './recognise-address';
import { recognisePatiently } from './recognise-patiently';

export interface FlashEngineOptions {
  readonly access: CloudAccess;
  readonly encoder: SpeechEncoder;
  readonly channelMeter: ChannelMeter;
  /** What the service takes; by default {@link flashUploadLimits}. */
  readonly limits?: UploadLimits;
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
  limits = flashUploadLimits,
}: FlashEngineOptions): TranscriptionEngine {
  return {
    describe: () => flashDescription,
    estimateMs: estimateFlashTime,
    check: async () => {
      const error = await access.check({ takesPastedToken: true, needsBucket: false });
      return error === undefined ? { state: 'ready' } : { state: 'unavailable', error };
    },
    transcribe: async (request, context) => {
      throwIfCancelled(context.signal);
      // Before anything is encoded; which format it will be is not known yet.
      assertFlashParameters({ ...request.parameters, format: 'wav' });
      const session = await access.open(request.appkeyId);
      const progress = new CloudProgress(
        { loading: [0, 0.2], uploading: [0.2, 0.7], waiting: [0.7, 0.99] },
        context.report,
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
      const prepared = await prepareUpload(audio, limits, encoder, {
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
