import type { ImportedFile } from '@contract/api';
import { type StudioError, toStudioError } from '@core/errors/studio-error';
import { showValueHarmless } from '@core/messages/show-harmless';
import { FileText } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { EmptyState } from '../../components/empty-state';
import { ErrorNotice } from '../../components/error-notice';
import { Spinner } from '../../components/spinner';
import {
  useDocument,
  useErrorTexts,
  useLocale,
  useStudio,
  useTexts,
} from '../../state/studio-context';
import styles from './imports-dialog.module.css';
import { RepairList } from './repair-list';
import { useFileFacts } from './use-file-facts';

/** The subtitle files that came into the open project, and what had to be mended in each. */
export function ImportsDialog(): React.JSX.Element {
  const t = useTexts();
  const describe = useErrorTexts();
  const { connection, importing, session } = useStudio();
  const projectId = useDocument(({ project }) => project?.id);
  const [files, setFiles] = useState<readonly ImportedFile[]>();
  const [error, setError] = useState<StudioError>();
  const load = useCallback(() => {
    if (projectId === undefined) return;
    setError(undefined);
    connection.client
      .call('projects.listImports', { projectId })
      .then(setFiles, (thrown: unknown) => setError(toStudioError(thrown)));
  }, [connection, projectId]);
  useEffect(load, [load]);
  const readAgain = async (file: ImportedFile): Promise<void> => {
    setError(undefined);
    try {
      await importing.getState().askAgain(file.id);
    } catch (thrown) {
      setError(toStudioError(thrown));
    }
  };
  const close = (): void => session.getState().set({ dialog: undefined });
  return (
    <Dialog
      width="medium"
      title={t('import.files')}
      description={t('import.files.about')}
      closeLabel={t('app.close')}
      onClose={close}
    >
      {error !== undefined && (
        <ErrorNotice text={describe(error)}>
          <Button onClick={load}>{t('app.retry')}</Button>
        </ErrorNotice>
      )}
      {files === undefined && error === undefined && (
        <div className={styles.place}>
          <Spinner label={t('import.files.loading')} />
        </div>
      )}
      {files?.length === 0 && (
        <div className={styles.place}>
          <EmptyState icon={<FileText />} title={t('import.files.none')} />
        </div>
      )}
      {files !== undefined && files.length > 0 && (
        <ul className={styles.files}>
          {files.map((file) => (
            <File key={file.id} file={file} onReadAgain={() => void readAgain(file)} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function File({
  file,
  onReadAgain,
}: {
  readonly file: ImportedFile;
  readonly onReadAgain: () => void;
}): React.JSX.Element {
  const t = useTexts();
  const locale = useLocale();
  const describeFile = useFileFacts();
  const when = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(file.atMs);
  return (
    <li className={styles.file}>
      <header className={styles.head}>
        <h3 className={`${styles.name} truncate`}>{showValueHarmless(file.name)}</h3>
        <span className={`${styles.when} tabular`}>{when}</span>
      </header>
      <div className={styles.head}>
        <p className={`${styles.facts} tabular`}>{describeFile(file)}</p>
        {file.encoding !== undefined && (
          <Button
            look="quiet"
            aria-label={t('import.again.of', { name: file.name })}
            onClick={onReadAgain}
          >
            {t('import.again')}
          </Button>
        )}
      </div>
      <RepairList file={file} />
    </li>
  );
}
