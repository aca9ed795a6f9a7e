import type { SpokenReply } from './spoken-reply';

/** Which reply a file holds; `file-callback-2` is the older form. */
export type ReplyShape =
  | 'flash'
  | 'file-result'
  | 'file-callback-4'
  | 'file-callback-2'
  | 'sentence-events'
  | 'paraformer';

export interface ImportedReply extends SpokenReply {
  readonly shape: ReplyShape;
  /** Id of the engine that would have asked for it, or the vendor's service that no engine is for. */
  readonly engine: 'flash' | 'file' | 'realtime' | 'paraformer';
}
