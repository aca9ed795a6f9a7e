import type { CommandId } from '@core/commands/command-specs';
import { CircleCheck, Info, X } from 'lucide-react';
import { useCallback, useEffect } from 'react';
import { useCommandNames, useCommands } from '../commands/commands-context';
import { ErrorNotice } from '../components/error-notice';
import { IconButton } from '../components/icon-button';
import { Button } from '../components/button';
import { OpeningProgress } from '../features/projects/opening-progress';
import type { Notice } from '../state/notices-store';
import { useErrorTexts, useNotices, useStudio, useTexts } from '../state/studio-context';
import styles from './notices.module.css';

const doneForMs = 6000;
/** A connection that comes back at once was never missed. */
const lostForMs = 2_500;

/** What is said at the edge of the window, over everything. */
export function Notices(): React.JSX.Element {
  const t = useTexts();
  const notices = useNotices((state) => state.notices);
  useErrorsOfStores();
  useLostConnection();
  return (
    <div className={styles.notices} role="region" aria-label={t('app.notices')}>
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
      <OpeningProgress />
    </div>
  );
}

function NoticeCard({ notice }: { readonly notice: Notice }): React.JSX.Element {
  const t = useTexts();
  const describe = useErrorTexts();
  const { notices } = useStudio();
  const dismiss = useCallback((id: number) => notices.getState().dismiss(id), [notices]);
  const { id, kind } = notice;
  useEffect(() => {
    if (kind !== 'done' && kind !== 'hint') return undefined;
    const timer = setTimeout(() => dismiss(id), doneForMs);
    return () => clearTimeout(timer);
  }, [id, kind, dismiss]);

  if (notice.kind === 'problem') {
    const { subject, error, act } = notice;
    // What a person calls it says more than where a copy of it lies.
    const hasPath = subject !== undefined && 'path' in error.data;
    const data = hasPath ? { ...error.data, path: subject } : error.data;
    const { happened, next } = describe({ code: error.code, data });
    const isNamed = subject === undefined || hasPath;
    return (
      <div className={styles.problem}>
        <ErrorNotice text={{ happened: isNamed ? happened : `${subject}: ${happened}`, next }}>
          {act !== undefined && (
            <Button
              onClick={() => {
                dismiss(id);
                act.run();
              }}
            >
              {t(act.key)}
            </Button>
          )}
          <Button onClick={() => dismiss(id)}>{t('app.dismiss')}</Button>
        </ErrorNotice>
      </div>
    );
  }
  return (
    <div className={styles.done} data-kind={kind} role="status">
      {kind === 'done' ? <CircleCheck aria-hidden /> : <Info aria-hidden />}
      <span className={styles.text} data-selectable="">
        {t(notice.key, notice.parameters)}
      </span>
      {notice.command !== undefined && (
        <CommandButton command={notice.command} onDone={() => dismiss(id)} />
      )}
      <IconButton label={t('app.dismiss')} icon={<X />} onClick={() => dismiss(id)} />
    </div>
  );
}

interface CommandButtonProps {
  readonly command: CommandId;
  readonly onDone: () => void;
}

function CommandButton({ command, onDone }: CommandButtonProps): React.JSX.Element {
  const commands = useCommands();
  const nameOf = useCommandNames();
  return (
    <Button
      onClick={() => {
        onDone();
        commands.run(command);
      }}
    >
      {nameOf(command)}
    </Button>
  );
}

/** Failures that stores only keep are told as they come. */
function useErrorsOfStores(): void {
  const { document: store, settings, notices } = useStudio();
  useEffect(() => {
    let unreachableId: number | undefined;
    const ends = [
      store.subscribe(({ error, status }, before) => {
        if (error === before.error) return;
        if (error === undefined && unreachableId !== undefined) {
          // The services are back, and so is what had not reached them.
          notices.getState().dismiss(unreachableId);
          unreachableId = undefined;
        }
        // One that could not be opened has the whole window to say so.
        if (error === undefined || status === 'failed') return;
        const id = notices.getState().tellProblem(error);
        if (error.code === 'host/unreachable') unreachableId = id;
      }),
      settings.subscribe(({ error }, before) => {
        if (error !== undefined && error !== before.error) notices.getState().tellProblem(error);
      }),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [store, settings, notices]);
}

/** The services are out of reach: said at once, not only when the next call fails. */
function useLostConnection(): void {
  const { connection, notices } = useStudio();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let id: number | undefined;
    const ends = [
      connection.onLost(() => {
        timer = setTimeout(() => {
          id = notices.getState().tellProblem({ code: 'host/unreachable', data: {} });
        }, lostForMs);
      }),
      connection.onReconnected(() => {
        clearTimeout(timer);
        if (id !== undefined) notices.getState().dismiss(id);
      }),
    ];
    return () => {
      clearTimeout(timer);
      for (const end of ends) end();
    };
  }, [connection, notices]);
}
