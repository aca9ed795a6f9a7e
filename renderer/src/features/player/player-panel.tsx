/** Picture or cover of the recording. */
export function PlayerPanel(): React.JSX.Element {
  return <div />;
}
