import type { Locale } from '@core/messages/catalogue';
import type { AudioTrack } from '@core/tracks/audio-track';
import { describeTrack } from '@core/tracks/describe-track';
import { Select } from './select';

export interface TrackSelectProps {
  readonly locale: Locale;
  readonly tracks: readonly AudioTrack[];
  /** From 0. */
  readonly heardTrack: number | undefined;
  readonly onChoose: (track: number) => void;
  /** Ties it to the label of a `Field`. */
  readonly id?: string;
  /** Its name where no label stands beside it. */
  readonly label?: string;
}

/** Which of the sound tracks of a recording is heard, played and drawn. */
export function TrackSelect({
  locale,
  tracks,
  heardTrack,
  onChoose,
  ...ties
}: TrackSelectProps): React.JSX.Element {
  return (
    <Select
      {...ties}
      value={String(heardTrack)}
      options={tracks.map((track) => ({
        value: String(track.track),
        label: describeTrack(locale, track),
      }))}
      onChange={(value) => onChoose(Number(value))}
    />
  );
}
