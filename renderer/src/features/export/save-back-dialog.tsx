import type { SourceFile } from '@contract/api';
import { StudioError, toStudioError } from '@core/errors/studio-error';
import type { ChosenForm } from '@core/formats/text-form';
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
import { OwnForm } from './own-form';

/**
 * Asks how a file is saved back, and before one is written that somebody else changed or that cannot
 * hold all of the text.
 */
export function SaveBackDialog(): React.JSX.Element {
  const t = useTexts();
  const describe = useErrorTexts();
  const { connection, notices, session } = useStudio();
  const projectId = useDocument(({ project }) => project?.id);
  const [form, setForm] = useState<ChosenForm>(() => session.getState().saveBackForm ?? {});
  /** What saving back would do, and in which form. */
  const [found, setFound] = useState<{ readonly file: SourceFile; readonly form: ChosenForm }>();
  const [error, setError] = useState<StudioError>();
  const file = found?.file;
  useEffect(() => {
    if (projectId === undefined) return undefined;
    let isStale = false;
    connection.client.call('projects.describeSource', { projectId, form }).then(
      ({ file: described }) => {
        if (isStale) return;
        if (described !== undefined) setFound({ file: described, form });
        setError(described === undefined ? noSource : undefined);
      },
      (thrown: unknown) => !isStale && setError(toStudioError(thrown)),
    );
    return () => {
      isStale = true;
    };
  }, [connection, projectId, form]);
  const close = (): void => session.getState().set({ dialog: undefined });
  const save = async (): Promise<void> => {
    if (projectId === undefined) return;
    setError(undefined);
    try {
      // What a person has not been shown yet is refused, and said.
      const asked = { projectId, isConfirmed: found?.form === form, form };
      tellSavedBack(notices, await connection.client.call('projects.saveBack', asked));
      session.getState().set({ saveBackForm: isAsItCame(form) ? undefined : form });
      close();
    } catch (thrown) {
      setError(toStudioError(thrown));
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
            disabled={file?.lacks !== undefined}
            onClick={() => void save()}
          >
            {t('saveBack.save')}
          </Button>
        </>
      }
    >
      {error !== undefined && <ErrorNotice text={describe(error)} />}
      {file === undefined && error === undefined && <Spinner label={t('saveBack.looking')} />}
      {file !== undefined && <SourceFacts file={file} form={form} onChange={setForm} />}
    </Dialog>
  );
}

interface SourceFactsProps {
  readonly file: SourceFile;
  readonly form: ChosenForm;
  readonly onChange: (form: ChosenForm) => void;
}

function SourceFacts({ file, form, onChange }: SourceFactsProps): React.JSX.Element {
  const t = useTexts();
  const describe = useErrorTexts();
  const locale = useLocale();
  const format = getFormat(file.format);
  const { encoding, lacks, losses } = file;
  return (
    <div className={styles.facts}>
      <p>{t(format.name)}</p>
      {encoding !== undefined && (
        <OwnForm file={{ ...file, encoding }} form={form} onChange={onChange} />
      )}
      {lacks !== undefined && (
        <ErrorNotice text={describe({ code: 'text/encoding-lacks', data: lacks })} />
      )}
      {file.isChanged && <p className={styles.warning}>{t('saveBack.changed')}</p>}
      {file.isMissing && <p className={styles.warning}>{t('saveBack.missing')}</p>}
      {losses.length > 0 && (
        <p>{t('export.losses', { list: listLossesText(locale, format, losses) })}</p>
      )}
    </div>
  );
}

const noSource = new StudioError('text/no-source', 'the text came from no file');

function isAsItCame({ encoding, lineEnding }: ChosenForm): boolean {
  return encoding === undefined && lineEnding === undefined;
}
