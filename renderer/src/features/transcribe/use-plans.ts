import { type StudioError, toStudioError } from '@core/errors/studio-error';
import { useCallback, useEffect, useState } from 'react';
import { useStudio } from '../../state/studio-context';
import { type PlanSummary, summarisePlans } from './summarise-plans';

export type PlanState =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly summary: PlanSummary }
  | { readonly state: 'failed'; readonly error: StudioError };

/** As JSON has it. */
type Wanted = readonly [engine: string | null, appkeyId: string | null, ...projectIds: string[]];

/** What an engine would do with recordings, asked anew for another engine or Appkey. */
export function usePlans(
  projectIds: readonly string[],
  engine: string | undefined,
  appkeyId: string | undefined,
): { readonly plan: PlanState; readonly reload: () => void } {
  const { client } = useStudio().connection;
  const [attempt, setAttempt] = useState(0);
  // As one text, which is the same for the same projects.
  const wanted = JSON.stringify([engine, appkeyId, ...projectIds]);
  const [answer, setAnswer] = useState<{ readonly wanted: string; readonly plan: PlanState }>();
  useEffect(() => {
    const [asked, appkey, ...ids] = JSON.parse(wanted) as Wanted;
    if (asked === null || ids.length === 0) return;
    let isOld = false;
    const tell = (plan: PlanState): void => {
      if (!isOld) setAnswer({ wanted, plan });
    };
    Promise.all(
      ids.map((projectId) =>
        client.call('engines.plan', {
          projectId,
          engine: asked,
          ...(appkey === null ? {} : { appkeyId: appkey }),
        }),
      ),
    ).then(
      (plans) => tell({ state: 'ready', summary: summarisePlans(plans) }),
      (thrown: unknown) => tell({ state: 'failed', error: toStudioError(thrown) }),
    );
    return () => {
      isOld = true;
    };
  }, [client, wanted, attempt]);
  const reload = useCallback(() => {
    setAnswer(undefined);
    setAttempt((count) => count + 1);
  }, []);
  return { plan: answer?.wanted === wanted ? answer.plan : { state: 'loading' }, reload };
}
