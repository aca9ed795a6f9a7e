/** The waveform, its overlay and its ruler. */
export function WaveformPanel(): React.JSX.Element {
  return <div />;
}
