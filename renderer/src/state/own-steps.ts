import type { StudioEvents } from '@contract/api';
import { listTouchedIds } from '@core/edits/squash-diffs';

type Change = Pick<StudioEvents['project.changed'], 'revision' | 'diff'>;

/**
 * What the undos and redos of this window change. Their answers name a revision, events say what each
 * revision changed; either may come first.
 */
export interface OwnSteps {
  /**
   * Makes a call that undoes or redoes.
   * @param onChanged hears the ids of the sentences that it changed, once they are known, and again
   *   where more of a large change is heard
   */
  make<Receipt extends { readonly revision: number }>(
    call: () => Promise<Receipt>,
    onChanged: (sentenceIds: readonly string[]) => void,
  ): Promise<Receipt>;
  hear(change: Change): void;
}

interface Step {
  /** Undefined until it was answered. */
  revision: number | undefined;
  /** What was changed since it was asked for, by revision. */
  readonly heard: Map<number, readonly string[]>;
  readonly onChanged: (sentenceIds: readonly string[]) => void;
}

export function createOwnSteps(): OwnSteps {
  const underWay = new Set<Step>();
  const match = ({ revision, heard, onChanged }: Step): void => {
    const changed = revision === undefined ? undefined : heard.get(revision);
    if (changed !== undefined) onChanged(changed);
  };
  return {
    make: async (call, onChanged) => {
      for (const step of underWay) if (step.revision !== undefined) underWay.delete(step);
      const step: Step = { revision: undefined, heard: new Map(), onChanged };
      underWay.add(step);
      try {
        const receipt = await call();
        step.revision = receipt.revision;
        match(step);
        return receipt;
      } catch (thrown) {
        underWay.delete(step);
        throw thrown;
      }
    },
    hear: ({ revision, diff }) => {
      for (const step of underWay) {
        // A later change of anybody says that nothing more of the step is to come.
        if (step.revision !== undefined && revision > step.revision) {
          underWay.delete(step);
          continue;
        }
        // A large change comes in parts.
        const sofar = step.heard.get(revision) ?? [];
        step.heard.set(revision, [...new Set([...sofar, ...listTouchedIds(diff)])]);
        if (step.revision === revision) match(step);
      }
    },
  };
}
