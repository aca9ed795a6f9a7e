import type { SourceFile } from '@contract/api';
import { nameEncoding } from '@core/encodings/name-encoding';
import { type StudioError, toStudioError } from '@core/errors/studio-error';
import { showValueHarmless } from '@core/messages/show-harmless';
import { useEffect, useState } from 'react';
import { tellSavedBack } from '../../commands/save-back';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { ErrorNotice } from '../../components/error-notice';
import { Spinner } from '../../components/spinner';
import {
  useDocument,
  useErrorTexts,
  useLocale,
  useStudio,
  useTexts,
} from '../../state/studio-context';
import styles from './export-dialog.module.css';
import { listLossesText } from './list-losses-text';
import { getFormat } from './make-export';

/** Asks before a file that somebody else changed, or that cannot hold all of the text, is written. */
export function SaveBackDialog(): React.JSX.Element {
  const t = useTexts();
  const describe = useErrorTexts();
  const { connection, notices, session } = useStudio();
  const projectId = useDocument(({ project }) => project?.id);
  const [file, setFile] = useState<SourceFile>();
  const [error, setError] = useState<StudioError>();
  const fail = (thrown: unknown): void => setError(toStudioError(thrown));
  useEffect(() => {
    if (projectId === undefined) return;
    connection.client
      .call('projects.describeSource', { projectId })
      .then((found) => setFile(found.file), fail);
  }, [connection, projectId]);
  const close = (): void => session.getState().set({ dialog: undefined });
  const save = async (): Promise<void> => {
    if (projectId === undefined) return;
    setError(undefined);
    try {
      const asked = { projectId, isConfirmed: true };
      tellSavedBack(notices, await connection.client.call('projects.saveBack', asked));
      close();
    } catch (thrown) {
      fail(thrown);
    }
  };
  return (
    <Dialog
      width="medium"
      title={t('saveBack.title')}
      description={file === undefined ? '' : showValueHarmless(file.path)}
      closeLabel={t('app.close')}
      onClose={close}
      footer={
        <>
          <Button onClick={() => session.getState().set({ dialog: 'export' })}>
            {t('saveBack.export')}
          </Button>
          <Button onClick={close}>{t('app.cancel')}</Button>
          <Button
            look="primary"
            data-autofocus
            disabled={file === undefined}
            onClick={() => void save()}
          >
            {t('saveBack.save')}
          </Button>
        </>
      }
    >
      {error !== undefined && <ErrorNotice text={describe(error)} />}
      {file === undefined && error === undefined && <Spinner label={t('saveBack.looking')} />}
      {file !== undefined && <SourceFacts file={file} />}
    </Dialog>
  );
}

function SourceFacts({ file }: { readonly file: SourceFile }): React.JSX.Element {
  const t = useTexts();
  const locale = useLocale();
  const format = getFormat(file.format);
  const { encoding, hasByteOrderMark = false, lineEnding, losses } = file;
  const label = encoding === undefined ? '' : nameEncoding(encoding);
  const shown = hasByteOrderMark ? t('import.encoding.mark', { label }) : label;
  const form = [t(format.name), shown, lineEnding?.toUpperCase() ?? '']
    .filter((part) => part !== '')
    .join(' · ');
  return (
    <div className={styles.facts}>
      <p>{form}</p>
      {file.isChanged && <p className={styles.warning}>{t('saveBack.changed')}</p>}
      {file.isMissing && <p className={styles.warning}>{t('saveBack.missing')}</p>}
      {losses.length > 0 && (
        <p>{t('export.losses', { list: listLossesText(locale, format, losses) })}</p>
      )}
    </div>
  );
}
