import type { ErrorCode } from './error-codes';
import { explainReason } from './explain-reason';
import { explainReply } from './explain-reply';
import { explainResult } from './explain-result';
import {
  asMessageParameters,
  isMessageKey,
  type Locale,
  type MessageKey,
  type MessageParameters,
  translate,
} from '../messages/catalogue';

/** Where a text is read: what helps in a terminal is not what helps in the window. */
export type Place = 'terminal' | 'window';

/** What a person reads of an error: what happened (and what is safe), and what to do next. */
export interface ErrorText {
  readonly happened: string;
  readonly next: string;
}

/** As much of a `StudioError` as its texts need; also one that came as JSON. */
export interface ErrorFacts {
  readonly code: ErrorCode;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * What a package that stands on this one knows of errors: a vendor's own codes, say. It is handed
 * over in a list, so that the catalogue knows none of those packages.
 */
export interface ErrorExplainer {
  /** The whole text of an error whose data this explainer knows; undefined for every other. */
  readonly explain: (locale: Locale, error: ErrorFacts, place: Place) => ErrorText | undefined;
  /** Values for the window's own texts, in its words; they go before those of the error's data. */
  readonly fill: (locale: Locale, error: ErrorFacts) => MessageParameters;
  /** Where more is to be read of it: sentences that end in a link, after what to do next. */
  readonly listLinks: (
    error: ErrorFacts,
  ) => readonly { readonly key: MessageKey; readonly link: string }[];
}

export type DescribeError = (locale: Locale, error: ErrorFacts, place?: Place) => ErrorText;

/**
 * Makes the function that says what a person reads of an error: what an explainer says of it, else
 * the catalogue's text for its code, or for its reason where that says more, filled from the error's
 * data. It takes the place where it is read, the terminal unless told.
 *
 * @param explainers the first that knows an error says its text
 */
export function createErrorDescriber(explainers: readonly ErrorExplainer[]): DescribeError {
  return (locale, error, place = 'terminal') => {
    const { happened, next } =
      findFirst(explainers, ({ explain }) => explain(locale, error, place)) ??
      explainByReason(locale, error, place) ??
      describeCode(explainers, locale, error, place);
    const sentences = [
      ...(error.data['mayBeCharged'] === true ? [translate(locale, 'task.maybeCharged')] : []),
      next,
      ...explainers
        .flatMap(({ listLinks }) => listLinks(error))
        .map(({ key, link }) => translate(locale, key, { link })),
    ];
    return { happened, next: sentences.join(locale === 'zh-CN' ? '' : ' ') };
  };
}

function findFirst<Item, Found>(
  items: readonly Item[],
  find: (item: Item) => Found | undefined,
): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Why a reply of a server, or the result of a program in a file, cannot be read. */
function explainUnreadable({ code, data }: ErrorFacts): ReturnType<typeof explainReply> {
  if (code === 'engine/reply-unreadable') return explainReply(data);
  return code === 'text/unreadable' ? explainResult(data) : undefined;
}

/** The text of an error whose reason, or the kind of reply it speaks of, has words of its own. */
function explainByReason(locale: Locale, error: ErrorFacts, place: Place): ErrorText | undefined {
  const parameters = asMessageParameters(error.data);
  const unreadable = explainUnreadable(error);
  if (unreadable !== undefined) {
    return {
      happened: translate(locale, unreadable.happened, parameters),
      next: translate(locale, unreadable.next, parameters),
    };
  }
  const reason = explainReason(error);
  if (reason === undefined) return undefined;
  const next = place === 'window' ? (reason.nextInWindow ?? reason.next) : reason.next;
  return {
    happened: translate(locale, reason.happened, { ...parameters, ...reason.filled }),
    next: translate(locale, next, parameters),
  };
}

function describeCode(
  explainers: readonly ErrorExplainer[],
  locale: Locale,
  error: ErrorFacts,
  place: Place,
): ErrorText {
  const parameters = asMessageParameters(error.data);
  const say = (part: 'happened' | 'next'): string => {
    const windowKey = `error.${error.code}.${part}.window`;
    if (place !== 'window' || !isMessageKey(windowKey)) {
      return translate(locale, `error.${error.code}.${part}`, parameters);
    }
    const filled = explainers.reduce<MessageParameters>(
      (values, { fill }) => ({ ...values, ...fill(locale, error) }),
      parameters,
    );
    return translate(locale, windowKey, filled);
  };
  return { happened: say('happened'), next: say('next') };
}
