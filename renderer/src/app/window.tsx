import { useEffect } from 'react';
import { useCommandKeys, useReportedCommands } from '../commands/use-command-keys';
import { Button } from '../components/button';
import { ConfirmHost } from '../features/projects/confirm-host';
import { RecordingQuestion } from '../features/projects/recording-question';
import { StartPage } from '../features/projects/start-page';
import { JobStrip } from '../features/transcribe/job-strip';
import { useDocument, useErrorTexts, useStudio, useTexts } from '../state/studio-context';
import { Dialogs } from './dialogs';
import { DropArea } from './drop-area';
import { Layout } from './layout';
import { Notices } from './notices';
import { Screen } from './screen';
import { SidePanel } from './side-panel';
import { Status } from './status';
import { TopBar } from './top-bar';
import { useAppearance } from './use-appearance';
import { useProjectView } from './use-project-view';
import styles from './window.module.css';

/** The window once the studio answers. */
export function Window(): React.JSX.Element {
  useAppearance();
  useProjectView();
  useCommandKeys();
  useReportedCommands();
  useOpenRequests();
  useUnsavedGuard();
  useLastDraft();
  return (
    <>
      <View />
      <Dialogs />
      <ConfirmHost />
      <RecordingQuestion />
      <Notices />
      <DropArea />
    </>
  );
}

function View(): React.JSX.Element {
  const t = useTexts();
  const describe = useErrorTexts();
  const { opening } = useStudio();
  const status = useDocument((state) => state.status);
  const error = useDocument((state) => state.error);
  // The parts of the window say for themselves what they are waiting for.
  if (status === 'ready' || status === 'loading') {
    return <Layout topBar={<TopBar />} side={<SidePanel />} status={<Status />} />;
  }
  const text = error === undefined ? undefined : describe(error);
  return (
    <div className={styles.window}>
      <TopBar />
      {status === 'none' && <StartPage jobs={<JobStrip hidesEmpty />} />}
      {status === 'failed' && (
        <Screen isProblem title={text?.happened ?? ''} text={text?.next}>
          <Button look="primary" onClick={() => opening.getState().closeProject()}>
            {t('app.back')}
          </Button>
        </Screen>
      )}
    </div>
  );
}

/** Opens what the host began with, and what comes from outside later. */
function useOpenRequests(): void {
  const { connection, opening, notices } = useStudio();
  useEffect(() => {
    const { client } = connection;
    const open = (projectId: string): void => void opening.getState().openProject(projectId);
    client.call('host.initialProject', {}).then(
      ({ projectId }) => {
        if (projectId !== undefined) open(projectId);
      },
      // The start page shows what there is; it says itself when the studio does not answer.
      () => undefined,
    );
    return client.on('project.openRequested', ({ projectId }) => open(projectId));
  }, [connection, opening, notices]);
}

/** Keeps what is being typed as it stands when the page is hidden or goes away. */
function useLastDraft(): void {
  const { document: store, editing } = useStudio();
  useEffect(() => {
    const keep = (): void => {
      store.getState().keepUnsent();
      editing.getState().keepDraft();
    };
    const keepHidden = (): void => {
      if (document.visibilityState === 'hidden') editing.getState().keepDraft();
    };
    window.addEventListener('pagehide', keep);
    document.addEventListener('visibilitychange', keepHidden);
    return () => {
      window.removeEventListener('pagehide', keep);
      document.removeEventListener('visibilitychange', keepHidden);
    };
  }, [store, editing]);
}

/**
 * Has the browser ask before a page goes whose changes did not reach the services. In Electron they
 * are in the same program, and a page that asks could not be closed at all.
 */
function useUnsavedGuard(): void {
  const { host, document: store } = useStudio();
  useEffect(() => {
    if (host.kind === 'electron') return undefined;
    const ask = (event: BeforeUnloadEvent): void => {
      if (store.getState().saving === 'failed') event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [host, store]);
}
