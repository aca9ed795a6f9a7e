import { mkdtempSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { RunningStudio, SavedFile } from './studio';

type Evaluate = RunningStudio['evaluate'];

/** Answers the system's open dialog with files, while something asks for it. */
export async function chooseInDialog(
  evaluate: Evaluate,
  paths: readonly string[],
  ask: () => Promise<void>,
): Promise<void> {
  await evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...filePaths] });
  }, paths);
  await ask();
}

/** Answers the system's save dialog with a place in a folder, and reads what came to lie there. */
export async function saveInDialog(
  evaluate: Evaluate,
  home: string,
  save: () => Promise<void>,
): Promise<SavedFile> {
  const folder = mkdtempSync(join(home, 'saved-'));
  await evaluate(({ dialog }, target) => {
    Reflect.deleteProperty(globalThis, 'savedAs');
    // Both forms of the call have their options last.
    dialog.showSaveDialog = (...given: readonly unknown[]) => {
      const { defaultPath } = given.at(-1) as { readonly defaultPath?: string };
      const name = (defaultPath ?? 'unnamed').split('/').at(-1)!;
      (globalThis as { savedAs?: string }).savedAs = `${target}/${name}`;
      return Promise.resolve({ canceled: false, filePath: `${target}/${name}` });
    };
  }, folder);
  await save();
  const deadlineMs = Date.now() + 10_000;
  for (;;) {
    const path = await evaluate(() => (globalThis as { savedAs?: string }).savedAs, undefined);
    const text = path === undefined ? undefined : readIfThere(path);
    if (path !== undefined && text !== undefined) return { name: basename(path), text };
    if (Date.now() > deadlineMs) throw new Error('nothing was saved');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
