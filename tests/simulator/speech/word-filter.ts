import { z } from 'zod';

const words = z.strictObject({ word_list: z.array(z.string()).optional() });
const filter = z.strictObject({
  system_reserved_filter: z.boolean().optional(),
  filter_with_empty: words.optional(),
  filter_with_signed: words.optional(),
});

/** Whether a text holds a filter of words as the vendor describes it (protocol §2.2). */
export function isWordFilter(text: string): boolean {
  try {
    return filter.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}
