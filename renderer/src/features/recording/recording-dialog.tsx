import { hasMedia } from '@core/project-file/project';
import { showValueHarmless } from '@core/messages/show-harmless';
import { formatTimecode } from '@core/timing/timecode';
import { Fragment } from 'react';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { Field } from '../../components/field';
import { TrackSelect } from '../../components/track-select';
import { formatBytes } from '../../lib/format-amount';
import { useDocument, useLocale, useMedia, useStudio, useTexts } from '../../state/studio-context';
import { useTrackChoice } from '../../state/use-track-choice';
import styles from './recording-dialog.module.css';

/** What the open project knows of its recording, and which of its sound tracks is heard. */
export function RecordingDialog(): React.JSX.Element {
  const t = useTexts();
  const locale = useLocale();
  const { session } = useStudio();
  const project = useDocument((state) => state.project);
  const access = useMedia((state) => state.access);
  const choose = useTrackChoice();
  const media = project?.media;
  const close = (): void => session.getState().set({ dialog: undefined });
  const facts =
    media === undefined || !hasMedia(media)
      ? []
      : [
          [t('recording.file'), showValueHarmless(media.name)],
          [t('recording.folder'), showValueHarmless(media.path)],
          [t('recording.length'), formatTimecode(media.durationMs, '.')],
          [t('recording.size'), formatBytes(locale, media.sizeBytes)],
        ];
  const { tracks = [], heardTrack } = access ?? {};
  return (
    <Dialog
      width="medium"
      title={t('recording.title')}
      description={facts.length === 0 ? t('player.none') : (project?.title ?? '')}
      closeLabel={t('app.close')}
      onClose={close}
      footer={
        <Button data-autofocus onClick={close}>
          {t('app.close')}
        </Button>
      }
    >
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd className="tabular" data-selectable>
              {value}
            </dd>
          </Fragment>
        ))}
      </dl>
      {tracks.length > 1 && (
        <Field label={t('track.label')} hint={t('track.hint')}>
          {({ id }) => <TrackSelect {...{ id, locale, tracks, heardTrack }} onChoose={choose} />}
        </Field>
      )}
    </Dialog>
  );
}
