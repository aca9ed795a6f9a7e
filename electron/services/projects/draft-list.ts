import type { Draft } from '@contract/api';
import { z } from 'zod';

/** The drafts of a project: one for each window and sentence, so that no window overwrites another. */
export interface DraftList {
  /** What was typed last comes last. */
  list(): readonly Draft[];
  /** @returns whether anything changed */
  keep(sentenceId: string, origin: string, text: string | undefined): boolean;
}

const draftSchema = z.object({ sentenceId: z.string(), origin: z.string(), text: z.string() });

/**
 * As the file has them: a list, or as it was when all windows shared one draft of each sentence, by
 * sentence id.
 */
export const draftsSchema = z.union([z.array(draftSchema), z.record(z.string(), z.string())]);

/** Stands for the window that typed a draft of the older form. */
const unknownOrigin = 'unknown';

export function createDraftList(kept: z.infer<typeof draftsSchema>): DraftList {
  const drafts = new Map<string, Draft>();
  const put = (draft: Draft): void => {
    const key = nameKey(draft);
    drafts.delete(key);
    drafts.set(key, draft);
  };
  const given = Array.isArray(kept)
    ? kept
    : Object.entries(kept).map(([sentenceId, text]) => ({
        ...{ sentenceId, origin: unknownOrigin, text },
      }));
  for (const draft of given) put(draft);
  return {
    list: () => [...drafts.values()],
    keep: (sentenceId, origin, text) => {
      const key = nameKey({ sentenceId, origin });
      if (drafts.get(key)?.text === text) return false;
      if (text === undefined) drafts.delete(key);
      else put({ sentenceId, origin, text });
      return true;
    },
  };
}

function nameKey({ sentenceId, origin }: Pick<Draft, 'sentenceId' | 'origin'>): string {
  return JSON.stringify([sentenceId, origin]);
}
