import type { EngineCard } from '@contract/api';
import { type StudioError, toStudioError } from '@core/errors/studio-error';
import { Info } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { ErrorNotice } from '../../components/error-notice';
import { Field } from '../../components/field';
import { Select } from '../../components/select';
import { Spinner } from '../../components/spinner';
import {
  useDocument,
  useErrorTexts,
  useJobs,
  useOpening,
  useStudio,
  useTexts,
} from '../../state/studio-context';
import { useNames } from '../../state/use-names';
import { type EngineChoice, listLanguages, suggestChoice, withEngine } from './choose-engine';
import { EngineCards } from './engine-cards';
import styles from './transcribe-dialog.module.css';

/** Asks once with what to transcribe, says what that can and cannot do, and queues the jobs. */
export function TranscribeDialog(): React.JSX.Element {
  const t = useTexts();
  const names = useNames();
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
  const recordingLanguage = project?.language ?? 'und';

  const load = useCallback(() => {
    setError(undefined);
    client.call('engines.list', {}).then(
      (listed) => {
        setCards(listed);
        setChoice(suggestChoice(listed, settings.getState().settings, recordingLanguage));
      },
      (thrown: unknown) => setError(toStudioError(thrown)),
    );
  }, [client, settings, recordingLanguage]);
  useEffect(load, [load]);

  const targets: readonly { readonly id: string; readonly title: string }[] =
    toTranscribe.length > 0 ? toTranscribe : project === undefined ? [] : [project];
  const card = cards?.find(({ id }) => id === choice?.engine);
  const understands =
    card !== undefined && choice !== undefined && card.languages.includes(choice.language);
  const isBusy = targets.some(({ id }) =>
    jobs.some(
      ({ projectId, state }) => projectId === id && (state === 'queued' || state === 'running'),
    ),
  );
  const replaced = toTranscribe.length === 0 ? (project?.sentences.length ?? 0) : 0;

  // Once it can be started, one key starts it.
  const startButton = useRef<HTMLButtonElement>(null);
  const hasCards = cards !== undefined;
  useEffect(() => {
    if (hasCards) startButton.current?.focus();
  }, [hasCards]);

  const close = (): void => {
    opening.getState().forgetToTranscribe();
    session.getState().set({ dialog: undefined });
  };

  const start = async (): Promise<void> => {
    if (choice === undefined) return;
    setIsStarting(true);
    setError(undefined);
    try {
      for (const { id: projectId } of targets) {
        await client.call('jobs.start', { projectId, ...choice });
      }
      settings.getState().update(choice);
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
      footer={
        <>
          <Button onClick={close}>{t('app.cancel')}</Button>
          <Button
            look="primary"
            ref={startButton}
            disabled={!understands || isBusy || isStarting || card.readiness.state !== 'ready'}
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
          />
          <div className={styles.choices}>
            <Field label={t('transcribe.language')}>
              {({ id }) => (
                <Select
                  id={id}
                  value={choice.language}
                  options={listLanguages(cards, choice.engine).map((tag) => ({
                    value: tag,
                    label: names.language(tag),
                  }))}
                  onChange={(language) => setChoice({ ...choice, language })}
                />
              )}
            </Field>
            {choice.model !== undefined && (
              <Field label={t('transcribe.model')}>
                {({ id }) => (
                  <Select
                    id={id}
                    value={choice.model ?? ''}
                    options={(card?.models ?? []).map((model) => ({
                      value: model,
                      label: names.model(model),
                    }))}
                    onChange={(model) => setChoice({ ...choice, model })}
                  />
                )}
              </Field>
            )}
          </div>
          <ul className={styles.limits}>
            {!understands && (
              <Limit
                isStop
                text={t('transcribe.limit.other', { language: names.language(choice.language) })}
              />
            )}
            {choice.engine === 'local' && <Limit text={t('transcribe.limit.local')} />}
            {replaced > 0 && <Limit text={t('transcribe.replaces', { count: replaced })} />}
            {isBusy && <Limit isStop text={t('transcribe.busy')} />}
          </ul>
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

function Limit({
  text,
  isStop = false,
}: {
  readonly text: string;
  /** It cannot be started like this. */
  readonly isStop?: boolean;
}): React.JSX.Element {
  return (
    <li className={isStop ? `${styles.limit} ${styles.stop}` : styles.limit}>
      <Info aria-hidden />
      <span>{text}</span>
    </li>
  );
}
