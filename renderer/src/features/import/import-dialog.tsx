import { isCancelled, type StudioError, toStudioError } from '@core/errors/studio-error';
import { showValueHarmless } from '@core/messages/show-harmless';
import { useEffect, useId, useState } from 'react';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { ErrorNotice } from '../../components/error-notice';
import { Spinner } from '../../components/spinner';
import type { ImportOffer } from '../../state/import-store';
import {
  useDocument,
  useErrorTexts,
  useImporting,
  useStudio,
  useTexts,
} from '../../state/studio-context';
import { CueSample } from './cue-sample';
import { EncodingChoice } from './encoding-choice';
import { type ImportChoice, suggestChoice } from './import-choice';
import { ImportChoices } from './import-choices';
import styles from './import-dialog.module.css';
import { RepairList } from './repair-list';
import { useFileFacts } from './use-file-facts';

/** Shows what is in a subtitle file and asks what is to become of it. */
export function ImportDialog(): React.JSX.Element | undefined {
  const offer = useImporting((state) => state.offer);
  return offer === undefined ? undefined : <OfferDialog key={keyOf(offer)} offer={offer} />;
}

function keyOf({ source }: ImportOffer): string {
  return 'fileId' in source ? source.fileId : source.importId;
}

function OfferDialog({ offer }: { readonly offer: ImportOffer }): React.JSX.Element {
  const t = useTexts();
  const describe = useErrorTexts();
  const describeFile = useFileFacts();
  const { importing, notices, opening, session } = useStudio();
  const { file, sample, effects } = offer.preview;
  /** Without a project it can only be opened. */
  const isChoice = offer.projectId !== undefined;
  const hasText = useDocument(({ project }) => (project?.sentences.length ?? 0) > 0);
  const [choice, setChoice] = useState<ImportChoice>(
    isChoice ? suggestChoice(hasText && 'fileId' in offer.source) : 'open',
  );
  const [work, setWork] = useState<'reading' | 'importing'>();
  const isWorking = work !== undefined;
  const [error, setError] = useState<StudioError>();
  const formId = useId();
  useFreshEffects(!isWorking);

  const close = (): void => {
    importing.getState().forget();
    session.getState().set({ dialog: undefined });
  };
  const isShown = (): boolean => {
    const now = importing.getState().offer;
    return now !== undefined && keyOf(now) === keyOf(offer);
  };
  const readAs = async (encoding: string): Promise<void> => {
    setWork('reading');
    setError(undefined);
    try {
      await importing.getState().readAs(encoding);
    } catch (thrown) {
      if (!isCancelled(thrown) && isShown()) setError(toStudioError(thrown));
    } finally {
      setWork(undefined);
    }
  };
  const run = async (): Promise<void> => {
    if (choice === 'open') {
      close();
      const { source, mediaFileId } = offer;
      if ('fileId' in source) {
        await opening.getState().openGranted({ ...source, name: file.name, mediaFileId });
      }
      return;
    }
    setWork('importing');
    setError(undefined);
    try {
      await importing.getState().run(choice);
      if (isShown()) close();
    } catch (thrown) {
      setWork(undefined);
      if (isCancelled(thrown)) return;
      if (isShown()) setError(toStudioError(thrown));
      else notices.getState().tellProblem(toStudioError(thrown), file.name);
    }
  };

  return (
    <Dialog
      width="wide"
      title={t(isChoice ? 'import.title' : 'import.title.open')}
      description={showValueHarmless(file.name)}
      closeLabel={t('app.close')}
      onClose={close}
      footer={
        <>
          <span className={`${styles.facts} tabular`} role="status">
            {isWorking ? (
              <span className={styles.working}>
                <Spinner />
                {t(work === 'reading' ? 'import.reading' : 'import.working')}
              </span>
            ) : (
              describeFile(file)
            )}
          </span>
          <Button onClick={close}>{t('app.cancel')}</Button>
          <Button look="primary" type="submit" form={formId} disabled={isWorking}>
            {t(choice === 'open' ? 'import.confirm.open' : 'import.confirm')}
          </Button>
        </>
      }
    >
      {error !== undefined && <ErrorNotice text={describe(error)} />}
      <div className={styles.columns}>
        <form
          id={formId}
          className={styles.form}
          hidden={!isChoice}
          onSubmit={(event) => {
            event.preventDefault();
            if (!isWorking) void run();
          }}
        >
          {isChoice && (
            <ImportChoices
              mayOpen={offer.mayOpen}
              effects={effects}
              chosen={choice}
              onChoose={setChoice}
            />
          )}
        </form>
        <div className={styles.content}>
          {offer.found.isUnknown && (
            <p className={styles.unknown} role="note">
              {t('import.encoding.unknown')}
            </p>
          )}
          {file.encoding !== undefined && (
            <EncodingChoice
              chosen={file.encoding.label}
              found={offer.found}
              isDisabled={isWorking}
              takesFocus={!isChoice}
              onChoose={(label) => void readAs(label)}
            />
          )}
          <CueSample sample={sample} cueCount={file.cueCount} />
          <RepairList file={file} />
        </div>
      </div>
    </Dialog>
  );
}

/**
 * Counts anew what an import would do when the project changes under the dialog, as by a job.
 * @param isAsked false while it is done, which changes the project as well
 */
function useFreshEffects(isAsked: boolean): void {
  const { document: store, importing } = useStudio();
  useEffect(() => {
    if (!isAsked) return undefined;
    let isAsking = false;
    let isStale = false;
    const refresh = (): void => {
      isStale = isAsking;
      if (isAsking) return;
      isAsking = true;
      importing
        .getState()
        .refresh()
        // The counts of before are shown then; what is wrong is said by the import itself.
        .catch(() => undefined)
        .finally(() => {
          isAsking = false;
          if (isStale) refresh();
        });
    };
    return store.subscribe(({ project }, before) => {
      if (project?.sentences !== before.project?.sentences) refresh();
    });
  }, [store, importing, isAsked]);
}
