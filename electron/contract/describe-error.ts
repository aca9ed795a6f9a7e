import { createErrorDescriber, type ErrorExplainer } from '@core/errors/describe-error';
import { vendorExplainer } from '@isi/vendor-explainer';

/** Who knows more of an error than its code says; a further vendor gets its row here. */
const errorExplainers: readonly ErrorExplainer[] = [vendorExplainer];

/**
 * What a person reads of an error: what happened (and what is safe), and what to do next. One
 * function for the window, the command line and the hosts, so that none can forget an explainer.
 */
export const describeError = createErrorDescriber(errorExplainers);
