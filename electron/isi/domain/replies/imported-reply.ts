import type { RecognitionService } from '../recognition-service';
import type { SpokenReply } from '@core/replies/spoken-reply';

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
  /** Which of the vendor's services said it. */
  readonly service: RecognitionService | 'realtime' | 'paraformer';
}
