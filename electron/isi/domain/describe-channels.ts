import type { ChannelDecision } from './decide-channels';
import type { MessageKey, MessageParameters } from '@core/messages/catalogue';

/** A text of the catalogue in the language of whoever reads it. */
type Translate = (key: MessageKey, parameters?: MessageParameters) => string;

/**
 * What people read of the channels that a service hears, before anything is sent: why and what, what
 * speaks against it, and what is charged. Empty of a recording with one channel.
 * @param billed what is charged, as people read a length; undefined where nobody knows
 */
export function describeChannels(
  t: Translate,
  { count, sends, reason, warning, billedChannels, isByLevel }: ChannelDecision,
  billed: string | undefined,
): readonly string[] {
  if (sends === 'all' || reason === 'mono') return [];
  return [
    t(`channels.why.${reason}`, { count: count ?? 2 }),
    t(`channels.what.${sends}`),
    ...(warning === undefined ? [] : [t(`channels.but.${warning}`)]),
    ...(reason === 'unmeasured' ? [t('channels.but.unmeasured')] : []),
    ...(isByLevel ? [t('channels.byLevel')] : []),
    ...describeBill(t, billedChannels, billed),
  ];
}

function describeBill(
  t: Translate,
  channels: ChannelDecision['billedChannels'],
  billed: string | undefined,
): readonly string[] {
  if (billed === undefined) return channels === 2 ? [t('channels.billed.twiceUnknown')] : [];
  return [t(channels === 2 ? 'channels.billed.twice' : 'channels.billed.one', { billed })];
}
