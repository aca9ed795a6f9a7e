import type { Locale, MessageKey, MessageParameters } from '@core/messages/catalogue';
import type { ChannelFindings } from './compare-channels';

/** A text of the catalogue in the language of whoever reads it. */
type Translate = (key: MessageKey, parameters?: MessageParameters) => string;

/**
 * What people read of the channels of a recording that could each be heard by itself, numbered from 1:
 * whether that is worth it, which have no speech, and which are heard once as they are alike [TR6].
 */
export function describeChannelFindings(
  t: Translate,
  locale: Locale,
  { differ, speaking, silent, same }: ChannelFindings,
): readonly string[] {
  const list = (parts: readonly string[]): string =>
    locale === 'zh-CN' ? parts.join('、') : new Intl.ListFormat(locale).format(parts);
  const name = (channel: number): string => String(channel + 1);
  const alike = same.map(({ channel, as }) =>
    t('channels.each.sameAs', { channel: name(channel), as: name(as) }),
  );
  return [
    differ
      ? t('channels.each.differMany', { speaking: list(speaking.map(name)) })
      : t('channels.each.hint'),
    ...(silent.length === 0 ? [] : [t('channels.each.silent', { silent: list(silent.map(name)) })]),
    ...(alike.length === 0 ? [] : [t('channels.each.same', { same: list(alike) })]),
  ];
}
