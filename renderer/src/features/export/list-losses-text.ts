import type { WritableFormat } from '@core/formats/format';
import { describeLoss, type Loss } from '@core/formats/list-losses';
import type { Locale } from '@core/messages/catalogue';
import { translate } from '@core/messages/catalogue';

/** What a format has no place for, as one list. */
export function listLossesText(
  locale: Locale,
  format: WritableFormat,
  losses: readonly Loss[],
): string {
  const parts = losses.map((loss) =>
    translate(locale, describeLoss(loss, format), { count: loss.count }),
  );
  // Each begins with a number, which Chinese does not join to “和” without a blank.
  return locale === 'zh-CN' ? parts.join('、') : new Intl.ListFormat(locale).format(parts);
}
