import { StudioError } from '@core/errors/studio-error';

/**
 * What is missing of an account, all at once, so that nobody has to come back for the next.
 * @param needs in the order in which they are told; each rejects with what it lacks
 * @returns names of variables, several of one need joined by commas
 * @throws StudioError what a need threw that is not `credentials/missing`; `credentials/locked`
 *   only where nothing is missing: unlocking alone would not help
 */
export async function listLacking(needs: readonly (() => unknown)[]): Promise<readonly string[]> {
  const names: string[] = [];
  let locked: StudioError | undefined;
  for (const need of needs) {
    try {
      await need();
    } catch (thrown) {
      if (!(thrown instanceof StudioError)) throw thrown;
      const { missing } = thrown.data;
      if (thrown.code === 'credentials/locked') locked = thrown;
      else if (thrown.code === 'credentials/missing' && typeof missing === 'string') {
        names.push(missing);
      } else throw thrown;
    }
  }
  if (names.length === 0 && locked !== undefined) throw locked;
  return names;
}
