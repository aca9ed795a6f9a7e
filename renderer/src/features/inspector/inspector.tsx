/** The words of the selected sentence. */
export function Inspector(): React.JSX.Element {
  return <div />;
}
