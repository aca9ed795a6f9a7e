import { toStudioError } from '@core/errors/studio-error';
import { tellFailure } from './bring-files';
import type { ImportState, ImportStore } from './import-store';
import type { NoticesStore } from './notices-store';

/**
 * The encoding in which a person may look at a file that is plausible text in none [EN1], to choose
 * another; undefined where something else was thrown, or none of those that can be chosen is right.
 */
export function getLikeliestEncoding(thrown: unknown): string | undefined {
  const { code, data } = toStudioError(thrown);
  const { likeliest } = data;
  return code === 'text/encoding-unknown' && typeof likeliest === 'string' ? likeliest : undefined;
}

/**
 * Asks for the encoding of a file that was opened and is plausible text in none.
 * @param about `isAlone`: at once; else by a notice, since others are opened with it
 */
export async function askEncoding(
  { importing, notices }: { readonly importing: ImportStore; readonly notices: NoticesStore },
  asked: Parameters<ImportState['askEncoding']>[0],
  about: { readonly name: string; readonly thrown: unknown; readonly isAlone: boolean },
): Promise<void> {
  const { name, thrown, isAlone } = about;
  const ask = (): Promise<void> =>
    importing
      .getState()
      .askEncoding(asked)
      // What the likeliest encoding makes nothing of is told as it came.
      .catch(() => tellFailure(notices, thrown, name));
  if (isAlone) {
    await ask();
    return;
  }
  const act = { key: 'import.encoding.choose', run: () => void ask() } as const;
  notices.getState().tellProblem(toStudioError(thrown), name, act);
}
