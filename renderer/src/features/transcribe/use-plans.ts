import { type StudioError, toStudioError } from '@core/errors/studio-error';
import { useCallback, useEffect, useState } from 'react';
import { useStudio } from '../../state/studio-context';
import { type PlanSummary, summarisePlans } from './summarise-plans';

/** A recording of which a person must say that it may be sent. */
export interface SendingQuestion {
  readonly projectId: string;
  readonly path: string;
}

export type PlanState =
  | { readonly state: 'loading' }
  | {
      readonly state: 'ready';
      readonly summary: PlanSummary;
      readonly questions: readonly SendingQuestion[];
    }
  | { readonly state: 'failed'; readonly error: StudioError };

export interface WantedPlans {
  readonly projectIds: readonly string[];
  /** Nothing is asked without one. */
  readonly engine: string | undefined;
  readonly appkeyId: string | undefined;
  readonly hearsEachChannel: boolean;
}

/** What an engine would do with recordings, asked anew when anything that is wanted changes. */
export function usePlans(plans: WantedPlans): {
  readonly plan: PlanState;
  readonly reload: () => void;
} {
  const { client } = useStudio().connection;
  const [attempt, setAttempt] = useState(0);
  // As one text, which is the same for the same projects.
  const wanted = JSON.stringify(plans);
  const [answer, setAnswer] = useState<{ readonly wanted: string; readonly plan: PlanState }>();
  useEffect(() => {
    const { projectIds, engine, ...asked } = JSON.parse(wanted) as WantedPlans;
    if (engine === undefined || projectIds.length === 0) return;
    let isOld = false;
    const tell = (plan: PlanState): void => {
      if (!isOld) setAnswer({ wanted, plan });
    };
    Promise.all(
      projectIds.map((projectId) => client.call('engines.plan', { projectId, engine, ...asked })),
    ).then(
      (plans) => {
        const questions = plans.flatMap(({ question }, index) =>
          question === undefined ? [] : [{ projectId: projectIds[index] ?? '', ...question }],
        );
        tell({ state: 'ready', summary: summarisePlans(plans), questions });
      },
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
