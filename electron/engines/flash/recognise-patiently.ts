import { omitUndefined } from '@core/omit-undefined';
import { toStudioError } from '@core/errors/studio-error';
import type { ChannelDecision } from '@isi/decide-channels';
import { retry } from '../../isi/client/retry';
import type { CloudAccess, CloudSession } from '../cloud/cloud-access';
import { createTryTeller, markIfLost } from '../cloud/lost-answer';
import type { EngineContext, TranscriptionRequest } from '../engine';
import { type RecogniseFile, recogniseFile } from './recognise-file';

/** The service itself advises two more at most (protocol §2.4). */
const mostAttempts = 3;

/** What it takes to have one file recognised. */
export interface FlashStep {
  readonly access: CloudAccess;
  readonly session: CloudSession;
  readonly context: EngineContext;
  readonly channels: ChannelDecision;
  /** Takes 0 to 1. */
  readonly onUploaded: (share: number) => void;
}

/**
 * The reply for one file, as it came; sent again where the catalogue says that it may help.
 * @throws StudioError as `recogniseFile`
 */
export function recognisePatiently(
  audio: RecogniseFile['audio'],
  format: string,
  request: TranscriptionRequest,
  { access, session, context, channels, onUploaded }: FlashStep,
): Promise<string> {
  const { http, tokens, endpoints, appkey } = session;
  const { signal } = context;
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
        throw isAllSent ? markIfLost(error) : error;
      });
    },
    {
      signal,
      maximumAttempts: mostAttempts,
      random: access.random,
      ...omitUndefined({ wait: access.wait }),
      onRetry: createTryTeller(context.report),
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
