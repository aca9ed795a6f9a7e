import type { NoticeKind } from '@core/jobs/notice-kinds';
import type { ReplyRepair } from '@core/replies/reply-repair';

/** What a person is told of a place of a reply that had to be mended; texts `notice.${kind}`. */
export interface RepairNotice {
  readonly kind: Extract<NoticeKind, 'sentences-mended' | 'words-mended' | 'entries-unreadable'>;
  readonly beginMs: number;
  readonly endMs: number;
  /** How many sentences, words or entries. */
  readonly count: number;
}

/** Repairs as what is told of them, place by place [IS17]. */
export function listRepairNotices(repairs: readonly ReplyRepair[]): readonly RepairNotice[] {
  return repairs.flatMap(({ beginMs, endMs, sentences, words, leftOut }) => {
    const all: readonly RepairNotice[] = [
      { kind: 'sentences-mended', beginMs, endMs, count: sentences },
      { kind: 'words-mended', beginMs, endMs, count: words },
      { kind: 'entries-unreadable', beginMs, endMs, count: leftOut },
    ];
    return all.filter(({ count }) => count > 0);
  });
}
