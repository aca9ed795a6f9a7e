import { asMessageParameters, translate } from '@core/messages/catalogue';
import type { ErrorExplainer } from '@core/errors/describe-error';
import { describeVendorError, quoteVendor } from './describe-vendor-error';
import { explainUnreadableFile } from './explain-unreadable-file';
import { listMissing } from './list-missing';
import { readRecommendLink } from './read-recommend-link';

/**
 * What the vendor's catalogue knows of errors: of a refusal its cause and remedy, with the vendor's
 * code and words; why a saved reply cannot be read; what an account lacks; the vendor's link to help.
 */
export const vendorExplainer: ErrorExplainer = {
  explain: (locale, error, place) => {
    const parameters = asMessageParameters(error.data);
    const refusal = describeVendorError(locale, error, place);
    if (refusal !== undefined) {
      // Only our own text says by how many minutes the clock is off.
      const cause =
        error.code === 'engine/clock-skewed'
          ? translate(locale, `error.${error.code}.happened`, parameters)
          : refusal.cause;
      return { happened: quoteVendor(locale, cause, refusal), next: refusal.remedy };
    }
    const unreadable =
      error.code === 'engine/reply-unreadable' ? explainUnreadableFile(error.data) : undefined;
    if (unreadable === undefined) return undefined;
    return {
      happened: translate(locale, unreadable.happened, parameters),
      next: translate(locale, unreadable.next, parameters),
    };
  },
  fill: (locale, error) => {
    const names = listMissing(error).map((key) => translate(locale, key));
    return names.length === 0 ? {} : { missing: new Intl.ListFormat(locale).format(names) };
  },
  listLinks: ({ data }) => {
    // Checked again: an error may come from a file.
    const link = readRecommendLink(data['recommend']);
    return link === undefined ? [] : [{ key: 'isi.recommend', link }];
  },
};
