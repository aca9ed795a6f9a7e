/** The table of sentences. */
export function SentenceTable(): React.JSX.Element {
  return <div />;
}
