import type { ChannelDecision } from '@isi/decide-channels';
import { describeChannels } from '@isi/describe-channels';
import { formatClock } from '@core/timing/format-clock';
import { say, type Terminal, tell } from './terminal';

/**
 * Says in a line which channels of a recording are sent and what is charged, before anything is;
 * nothing of a recording with one.
 * @param durationMs of the recording; undefined where nobody knows
 */
export function reportChannels(
  terminal: Terminal,
  path: string,
  {
    decision,
    durationMs,
  }: { readonly decision: ChannelDecision; readonly durationMs?: number | undefined },
): void {
  const billed =
    durationMs === undefined ? undefined : formatClock(durationMs * decision.billedChannels);
  const sentences = describeChannels((...given) => say(terminal, ...given), decision, billed);
  if (sentences.length === 0) return;
  const text = sentences.join(terminal.locale === 'zh-CN' ? '' : ' ');
  tell(terminal, say(terminal, 'cli.about', { path, text }));
}
