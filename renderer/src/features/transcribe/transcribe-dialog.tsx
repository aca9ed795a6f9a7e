import type { EngineCard } from '@contract/api';
import { type StudioError, toStudioError } from '@core/errors/studio-error';
import { readChannelWishes } from '@isi/decide-channels';
import { hasEnded } from '@core/jobs/job-state';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { ErrorNotice } from '../../components/error-notice';
import { Spinner } from '../../components/spinner';
import {
  useDocument,
  useErrorTexts,
  useJobs,
  useMedia,
  useOpening,
  useStudio,
  useTexts,
} from '../../state/studio-context';
import { useEngine } from '../../state/use-engine';
import { ChannelChoice } from './channel-choice';
import { type EngineChoice, listLanguages, suggestChoice, withEngine } from './choose-engine';
import { CloudOptions } from './cloud-options';
import { EngineCards } from './engine-cards';
import { findUnheard } from './find-unheard';
import { LocalOptions } from './local-options';
import { ParameterForm } from './parameter-form';
import { RecordingPlan } from './recording-plan';
import { SendingConsent } from './sending-consent';
import { StartLimits } from './start-limits';
import styles from './transcribe-dialog.module.css';
import { TrackChoices } from './track-choices';
import { describeCloudOrder, useCloudForm } from './use-cloud-form';
import { usePlans } from './use-plans';

/** Asks once with what to transcribe, says what that can and cannot do, and queues the jobs. */
export function TranscribeDialog(): React.JSX.Element {
  const t = useTexts();
  const describe = useErrorTexts();
  const { connection, session, settings, opening } = useStudio();
  const { client } = connection;
  const project = useDocument((state) => state.project);
  const toTranscribe = useOpening((state) => state.toTranscribe);
  const jobs = useJobs((state) => state.jobs);
  const [cards, setCards] = useState<readonly EngineCard[]>();
  const [choice, setChoice] = useState<EngineChoice>();
  const [error, setError] = useState<StudioError>();
  const [isStarting, setIsStarting] = useState(false);
  /** For an engine of the cloud, whose Appkey says which language it hears. */
  const [cloudLanguage, setCloudLanguage] = useState<string>();
  /** What a person has allowed to be sent, and to whom. */
  const [allowed, setAllowed] = useState('');
  const [isEach, setEach] = useState(false);
  const cloud = useCloudForm(useEngine(choice?.engine));
  const recordingLanguage = project?.language ?? 'und';

  const targets: readonly { readonly id: string; readonly title: string }[] =
    toTranscribe.length > 0 ? toTranscribe : project === undefined ? [] : [project];
  // As one text, which is the same for the same projects.
  const targetIds = JSON.stringify(targets.map(({ id }) => id));

  const load = useCallback(() => {
    setError(undefined);
    client.call('engines.list', { projectIds: JSON.parse(targetIds) as readonly string[] }).then(
      (listed) => {
        setCards(listed);
        setChoice(suggestChoice(listed, settings.getState().settings, recordingLanguage));
      },
      (thrown: unknown) => setError(toStudioError(thrown)),
    );
  }, [client, settings, recordingLanguage, targetIds]);
  useEffect(load, [load]);

  const card = cards?.find(({ id }) => id === choice?.engine);
  const language =
    cloud === undefined
      ? choice?.language
      : (cloudLanguage ?? cloud.model?.tag.split('-')[0] ?? choice?.language);
  const understands =
    card !== undefined && language !== undefined && card.languages.includes(language);
  const { plan, reload } = usePlans({
    projectIds: targets.map(({ id }) => id),
    engine: choice?.engine,
    appkeyId: cloud?.appkey?.id,
    ...readChannelWishes(cloud?.read.values),
  });
  const hearsEach = plan.state === 'ready' ? plan.summary.channels : undefined;
  const access = useMedia((state) => state.access);
  const unheard = findUnheard(toTranscribe.length === 0 ? access : undefined, plan);
  const isLong =
    plan.state === 'ready' &&
    plan.summary.upload?.conversions.some(({ reason }) => reason === 'length') === true;
  const longerBy = isLong ? card?.longerBy : undefined;
  const questions = plan.state === 'ready' ? plan.questions : [];
  const asked = JSON.stringify([choice?.engine, questions]);
  const isUnanswered = questions.length > 0 && allowed !== asked;
  const hasProblems = cloud !== undefined && Object.keys(cloud.read.problems).length > 0;
  // Nothing is sent before a person could read what.
  const isUnread =
    cloud !== undefined &&
    (plan.state === 'loading' ||
      (plan.state === 'ready' && plan.summary.upload?.listensFirst === true));
  const going = jobs.filter(
    (job) =>
      job.kind === 'transcribe' && !hasEnded(job) && targets.some(({ id }) => id === job.projectId),
  );
  const isBusy = going.length > 0;
  const replaced = toTranscribe.length === 0 ? (project?.sentences.length ?? 0) : 0;

  // Once it can be started, one key starts it; a question that holds it is where one begins.
  const startButton = useRef<HTMLButtonElement>(null);
  const answerBox = useRef<HTMLInputElement>(null);
  const wasFocused = useRef(false);
  const canFocus = cards !== undefined && !isUnread;
  useEffect(() => {
    if (!canFocus || wasFocused.current) return;
    wasFocused.current = true;
    (answerBox.current ?? startButton.current)?.focus();
  }, [canFocus]);

  const close = (): void => {
    opening.getState().forgetToTranscribe();
    session.getState().set({ dialog: undefined });
  };

  const setUp = (): void => {
    close();
    session.getState().set({ dialog: 'settings', settingsSection: 'cloud' });
  };

  const start = async (): Promise<void> => {
    if (choice === undefined || language === undefined) return;
    const order = {
      ...{ ...choice, language, ...describeCloudOrder(cloud) },
      ...(hearsEach !== undefined && isEach ? { eachChannel: true } : {}),
    };
    setIsStarting(true);
    setError(undefined);
    try {
      for (const { id: projectId } of targets) {
        const sendsPath = questions.find((question) => question.projectId === projectId)?.path;
        await client.call('jobs.start', { projectId, ...order, sendsPath });
      }
      settings.getState().update({ ...choice, language, ...cloud?.remember() });
      close();
    } catch (thrown) {
      setError(toStudioError(thrown));
      setIsStarting(false);
    }
  };

  const what =
    targets.length > 1
      ? t('transcribe.many', {
          count: targets.length,
          titles: targets.map(({ title }) => title).join(', '),
        })
      : t('transcribe.one', { title: targets[0]?.title ?? '' });
  return (
    <Dialog
      title={t('transcribe.title')}
      description={what}
      closeLabel={t('app.close')}
      onClose={close}
      width="medium"
      footer={
        <>
          {hasProblems && (
            <p className={styles.hold} role="status">
              {t('parameter.stop')}
            </p>
          )}
          {isUnanswered && !hasProblems && (
            <p className={`${styles.hold} ${styles.stop}`} role="status">
              {t('transcribe.question.stop', { count: questions.length })}
            </p>
          )}
          <Button onClick={close}>{t('app.cancel')}</Button>
          <Button
            look="primary"
            ref={startButton}
            disabled={
              !understands ||
              isBusy ||
              isStarting ||
              longerBy !== undefined ||
              hasProblems ||
              isUnread ||
              isUnanswered ||
              unheard !== undefined ||
              card.readiness.state !== 'ready'
            }
            onClick={() => void start()}
          >
            {targets.length > 1
              ? t('transcribe.startMany', { count: targets.length })
              : t('transcribe.start')}
          </Button>
        </>
      }
    >
      {cards === undefined && error === undefined && (
        <div className={styles.loading}>
          <Spinner label={t('transcribe.loading')} />
        </div>
      )}
      {cards !== undefined && choice !== undefined && (
        <>
          <EngineCards
            cards={cards}
            chosenId={choice.engine}
            onChoose={(chosen) => setChoice(withEngine(choice, chosen))}
            onSetUp={setUp}
          />
          {cloud === undefined ? (
            <LocalOptions
              choice={choice}
              languages={listLanguages(cards, choice.engine)}
              models={card?.models ?? []}
              onChange={setChoice}
            />
          ) : (
            <CloudOptions
              form={{
                ...cloud,
                chooseAppkey: (id) => {
                  setCloudLanguage(undefined);
                  cloud.chooseAppkey(id);
                },
              }}
              language={language ?? ''}
              languages={card?.languages ?? []}
              onLanguage={setCloudLanguage}
            />
          )}
          <TrackChoices
            recordings={plan.state === 'ready' ? plan.tracks : []}
            nameOf={(id) =>
              targets.length === 1 ? undefined : targets.find((target) => target.id === id)?.title
            }
            onChosen={reload}
          />
          {hearsEach !== undefined && (
            <ChannelChoice channels={hearsEach} isEach={isEach} onChange={setEach} />
          )}
          {card !== undefined && unheard !== 'missing' && (
            <RecordingPlan engine={card} plan={plan} onRetry={reload} />
          )}
          {questions.length > 0 && (
            <SendingConsent
              engine={choice.engine}
              paths={questions.map(({ path }) => path)}
              isAllowed={!isUnanswered}
              answer={answerBox}
              onChange={(isAllowed) => setAllowed(isAllowed ? asked : '')}
            />
          )}
          <StartLimits
            otherLanguage={understands ? undefined : (language ?? '')}
            longerBy={longerBy}
            replacedCount={replaced}
            going={going}
            missing={unheard === 'missing' ? project?.media.name : undefined}
          />
          {cloud !== undefined && <ParameterForm key={cloud.engine} form={cloud} />}
        </>
      )}
      {error !== undefined && (
        <ErrorNotice text={describe(error)}>
          {cards === undefined && <Button onClick={load}>{t('app.retry')}</Button>}
        </ErrorNotice>
      )}
    </Dialog>
  );
}
