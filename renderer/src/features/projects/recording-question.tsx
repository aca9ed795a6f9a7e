import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { useDocument, useOpening, useTexts } from '../../state/studio-context';

/** Asks whether a recording that was opened belongs to the open project, which has none yet. */
export function RecordingQuestion(): React.JSX.Element | undefined {
  const t = useTexts();
  const asked = useOpening((state) => state.recordingQuestion);
  const title = useDocument(({ project }) => project?.title ?? '');
  if (asked === undefined) return undefined;
  const { name, answer } = asked;
  return (
    <Dialog
      width="narrow"
      title={t('import.recording.title', { title })}
      description={t('import.recording.text', { title, name })}
      closeLabel={t('app.close')}
      onClose={() => answer('nothing')}
      footer={
        <>
          <Button onClick={() => answer('nothing')}>{t('app.cancel')}</Button>
          <Button onClick={() => answer('open')}>{t('import.recording.open')}</Button>
          <Button look="primary" data-autofocus onClick={() => answer('use')}>
            {t('import.recording.use')}
          </Button>
        </>
      }
    />
  );
}
