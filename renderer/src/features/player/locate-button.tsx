import { isCancelled, type StudioError, toStudioError } from '@core/errors/studio-error';
import { useRef, useState } from 'react';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { Progress } from '../../components/progress';
import { listAccepted } from '../../state/file-sources';
import { useErrorTexts, useStudio, useTexts } from '../../state/studio-context';

/** A file that seems to hold another recording. */
interface Doubt {
  readonly fileId: string;
  readonly error: StudioError;
}

/** Asks for the file of a recording that is missing: by the system's dialog or the browser's. */
export function LocateButton({
  label,
}: {
  /** What it says: a recording is looked for, or chosen for the first time. */
  readonly label: string;
}): React.JSX.Element {
  const t = useTexts();
  const describe = useErrorTexts();
  const { connection, host, media, notices } = useStudio();
  const input = useRef<HTMLInputElement>(null);
  const [fraction, setFraction] = useState<number>();

  const [doubt, setDoubt] = useState<Doubt>();

  const take = async (fileId: string | undefined): Promise<void> => {
    if (fileId === undefined) return;
    try {
      await media.getState().relocate(fileId);
    } catch (thrown) {
      const error = toStudioError(thrown);
      if (error.code !== 'media/other-recording') throw error;
      setDoubt({ fileId, error });
    }
  };
  const choose = async (): Promise<void> => {
    const [grant] = await connection.client.call('files.choose', { purpose: 'media' });
    await take(grant?.id);
  };
  const upload = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    setFraction(0);
    const [grant] = await connection.grantFiles(files, { onProgress: setFraction });
    await take(grant?.id);
  };
  const run = (work: Promise<void>): void => {
    work
      .catch((thrown: unknown) => {
        if (!isCancelled(thrown)) notices.getState().tellProblem(toStudioError(thrown));
      })
      .finally(() => setFraction(undefined));
  };

  if (fraction !== undefined) return <Progress label={label} fraction={fraction} />;
  return (
    <>
      <Button
        look="primary"
        onClick={() => {
          if (host.hasNativeDialogs) run(choose());
          else input.current?.click();
        }}
      >
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept={listAccepted('media').join(',')}
        aria-label={label}
        hidden
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          run(upload(files));
        }}
      />
      {doubt !== undefined && (
        <Dialog
          width="narrow"
          title={t('player.other.title')}
          description={describe(doubt.error).happened}
          closeLabel={t('app.close')}
          onClose={() => setDoubt(undefined)}
          footer={
            <>
              <Button data-autofocus onClick={() => setDoubt(undefined)}>
                {t('app.cancel')}
              </Button>
              <Button
                look="danger"
                onClick={() => {
                  setDoubt(undefined);
                  run(media.getState().relocate(doubt.fileId, true));
                }}
              >
                {t('player.other.use')}
              </Button>
            </>
          }
        >
          {null}
        </Dialog>
      )}
    </>
  );
}
