import { showValueHarmless } from '@core/messages/show-harmless';
import { toStudioError } from '@core/errors/studio-error';
import { Field } from '../../components/field';
import { TrackSelect } from '../../components/track-select';
import { useLocale, useStudio, useTexts } from '../../state/studio-context';
import type { RecordingTracks } from './use-plans';

export interface TrackChoicesProps {
  /** Recordings that have several tracks. */
  readonly recordings: readonly RecordingTracks[];
  /** The title of a project, where there is more than one. */
  readonly nameOf: (projectId: string) => string | undefined;
  /** Another one is heard now. */
  readonly onChosen: () => void;
}

/** Which sound track of each recording is to be heard; nothing where none has several. */
export function TrackChoices({
  recordings,
  nameOf,
  onChosen,
}: TrackChoicesProps): React.JSX.Element {
  const t = useTexts();
  const locale = useLocale();
  const { connection, notices } = useStudio();
  const choose = (projectId: string, track: number): void => {
    connection.client
      .call('media.chooseTrack', { projectId, track })
      .then(onChosen, (thrown: unknown) => notices.getState().tellProblem(toStudioError(thrown)));
  };
  return (
    <>
      {recordings.map(({ projectId, tracks, heardTrack }) => {
        const title = nameOf(projectId);
        const label =
          title === undefined
            ? t('track.label')
            : t('track.labelOf', { title: showValueHarmless(title) });
        return (
          <div key={projectId}>
            <Field label={label}>
              {({ id }) => (
                <TrackSelect
                  {...{ id, locale, tracks, heardTrack }}
                  onChoose={(track) => choose(projectId, track)}
                />
              )}
            </Field>
          </div>
        );
      })}
    </>
  );
}
