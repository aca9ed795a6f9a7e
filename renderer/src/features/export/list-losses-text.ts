import type { WritableFormat } from '@core/formats/format';
import { describeLoss, type Loss } from '@core/formats/list-losses';
import type { Locale } from '@core/messages/catalogue';
import { translate } from '@core/messages/catalogue';
import { joinList } from './join-list';

/** What a format has no place for, as one list. */
export function listLossesText(
  locale: Locale,
  format: WritableFormat,
  losses: readonly Loss[],
): string {
  const parts = losses.map((loss) =>
    translate(locale, describeLoss(loss, format), { count: loss.count }),
  );
  return joinList(locale, parts);
}
