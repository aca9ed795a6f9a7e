import { readRecommendLink } from '../isi/read-recommend-link';
import type { MessageKey } from '../messages/catalogue';

/** What is told with any error whose data have it, before and after what to do next. */
export function listAsides({ mayBeCharged, recommend }: Readonly<Record<string, unknown>>): {
  readonly before: readonly MessageKey[];
  readonly links: readonly { readonly key: MessageKey; readonly link: string }[];
} {
  // Checked again: an error may come from a file.
  const link = readRecommendLink(recommend);
  return {
    before: mayBeCharged === true ? ['task.maybeCharged'] : [],
    links: link === undefined ? [] : [{ key: 'isi.recommend', link }],
  };
}
