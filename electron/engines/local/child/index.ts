import { constants, setPriority } from 'node:os';
import { errorToJson, StudioError, toStudioError } from '@core/errors/studio-error';
import type { ChildReply, ChildRequest } from '../protocol';
import { Recogniser } from './recogniser';
import { VoiceDetector } from './voice-detector';

/**
 * The process that runs the models, apart from the application so that a fault in native code ends
 * this process only. It answers the requests of `protocol.ts` in the order they come, one at a
 * time, and ends when its parent closes the channel or is gone.
 */

type ReplyBody = ChildReply extends infer Reply
  ? Reply extends ChildReply
    ? Omit<Reply, 'id'>
    : never
  : never;

/** Hearing takes every core there is; what a person does in the meantime goes first. */
function giveWay(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Where the system does not let us, it runs as it is.
  }
}

let recogniser: Recogniser | undefined;
let detector: VoiceDetector | undefined;
/** One for each channel that is heard, of the same model. */
const detectors = new Map<number, VoiceDetector>();

async function answer(request: ChildRequest): Promise<ReplyBody> {
  switch (request.kind) {
    case 'load-recogniser':
      recogniser = await Recogniser.load(request.directory, request.model);
      return { kind: 'loaded' };
    case 'load-detector':
      detector = await VoiceDetector.load(request.path);
      detectors.clear();
      return { kind: 'loaded' };
    case 'recognise':
      return { kind: 'recognised', ...(await getLoaded(recogniser).recognise(request.samples)) };
    case 'align':
      return {
        kind: 'aligned',
        chunks: await getLoaded(recogniser).align(request.samples, request.chunks),
      };
    case 'detect': {
      const { channel = 0, samples } = request;
      if (request.reset) detectors.set(channel, getLoaded(detector).fork());
      const ofChannel = getLoaded(detectors.get(channel));
      return { kind: 'detected', probabilities: await ofChannel.detect(samples) };
    }
    default:
      throw new TypeError(`Unexpected request: ${JSON.stringify(request satisfies never)}`);
  }
}

function getLoaded<Model>(model: Model | undefined): Model {
  if (model === undefined) {
    throw new StudioError('engine/worker-failed', 'No model is loaded', {
      data: { reason: 'not-loaded' },
    });
  }
  return model;
}

giveWay();

// A terminal sends its interrupt to the whole process group. Whether to stop is the parent's
// decision: it may want to keep what this process is about to answer.
process.on('SIGINT', () => undefined);

async function reply(request: ChildRequest): Promise<void> {
  let body: ReplyBody;
  try {
    body = await answer(request);
  } catch (thrown) {
    body = { kind: 'failed', error: errorToJson(toStudioError(thrown)) };
  }
  process.send?.({ ...body, id: request.id });
}

let queue = Promise.resolve();
process.on('message', (request: ChildRequest) => {
  queue = queue.then(() => reply(request));
});
process.on('disconnect', () => process.exit(0));
