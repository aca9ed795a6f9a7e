import type { EnginePlan, MethodInput } from '@contract/api';
import { type StudioError, toStudioError } from '@core/errors/studio-error';
import { useCallback, useEffect, useState } from 'react';
import { useStudio } from '../../state/studio-context';
import { type PlanSummary, summarisePlans } from './summarise-plans';

/** A recording of which a person must say that it may be sent. */
export interface SendingQuestion {
  readonly projectId: string;
  readonly path: string;
}

/** The audio tracks of a recording that has several. */
export interface RecordingTracks {
  readonly projectId: string;
  readonly tracks: NonNullable<EnginePlan['tracks']>;
  readonly heardTrack: number | undefined;
}

export type PlanState =
  | { readonly state: 'loading' }
  | {
      readonly state: 'ready';
      readonly summary: PlanSummary;
      /** How far channels were listened to, 0 to 1, where the summary says that they are first. */
      readonly listened: number;
      readonly questions: readonly SendingQuestion[];
      readonly tracks: readonly RecordingTracks[];
    }
  | { readonly state: 'failed'; readonly error: StudioError };

export interface WantedPlans extends Pick<
  MethodInput<'engines.plan'>,
  'appkeyId' | 'firstChannelOnly' | 'splitsSpeakers'
> {
  readonly projectIds: readonly string[];
  /** Nothing is asked without one. */
  readonly engine: string | undefined;
}

/**
 * What an engine would do with recordings, asked anew when anything that is wanted changes: first what
 * is known at once, then, one recording after the other, what has to be listened to.
 */
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
    let isListening = false;
    const tell = (plan: PlanState): void => {
      if (!isOld) setAnswer({ wanted, plan });
    };
    const ask = (projectId: string, listens: boolean): Promise<EnginePlan> =>
      client.call('engines.plan', { projectId, engine, ...asked, listens });
    const findPlans = async (): Promise<void> => {
      const found = await Promise.all(projectIds.map((projectId) => ask(projectId, false)));
      const questions = found.flatMap(({ question }, index) =>
        question === undefined ? [] : [{ projectId: projectIds[index] ?? '', ...question }],
      );
      const tracks = found.flatMap(({ tracks: several, heardTrack }, index) =>
        several === undefined
          ? []
          : [{ projectId: projectIds[index] ?? '', tracks: several, heardTrack }],
      );
      const show = (listened: number): void =>
        tell({ state: 'ready', summary: summarisePlans(found), listened, questions, tracks });
      show(0);
      const open = [...found.entries()].filter(
        ([, { upload, channels }]) => (upload ?? channels)?.listensFirst === true,
      );
      const unsubscribe = client.on('engines.listened', ({ projectId, fraction }) => {
        const place = open.findIndex(([index]) => projectIds[index] === projectId);
        if (place >= 0) show((place + fraction) / open.length);
      });
      isListening = open.length > 0;
      try {
        for (const [index] of open) {
          if (isOld) return;
          found[index] = await ask(projectIds[index]!, true);
        }
      } finally {
        isListening = false;
        unsubscribe();
      }
      show(1);
    };
    findPlans().catch((thrown: unknown) => tell({ state: 'failed', error: toStudioError(thrown) }));
    return () => {
      isOld = true;
      if (isListening) client.call('engines.cancelPlans', {}).catch(() => undefined);
    };
  }, [client, wanted, attempt]);
  const reload = useCallback(() => {
    setAnswer(undefined);
    setAttempt((count) => count + 1);
  }, []);
  return { plan: answer?.wanted === wanted ? answer.plan : { state: 'loading' }, reload };
}
