/** The controls of the player. */
export function TransportBar(): React.JSX.Element {
  return <div />;
}
