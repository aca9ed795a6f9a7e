import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { _electron } from '@playwright/test';
import { chooseInDialog, saveInDialog } from './native-files';
import type { RunningStudio, StudioStart } from './studio';

const root = resolve(import.meta.dirname, '../../..');

/** Electron's program, looked for without loading its package, which would try to download it. */
export function findElectron(): string | undefined {
  const folder =
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(root, 'node_modules/electron/dist');
  const pathFile = join(root, 'node_modules/electron/path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : 'electron';
  const program = join(folder, name);
  return existsSync(program) ? program : undefined;
}

/** The real thing. @throws Error where its program is not on this computer */
export async function launchElectronStudio({
  home,
  env,
  file,
}: StudioStart): Promise<RunningStudio> {
  const executablePath = findElectron();
  if (executablePath === undefined) throw new Error('no Electron on this computer');
  const application = await _electron.launch({
    executablePath,
    args: [root, ...(file === undefined ? [] : [file])],
    env: { ...process.env, HOME: home, ZIMU_HOME: home, LC_ALL: 'en_US.UTF-8', ...env },
  });
  const page = await application.firstWindow();
  // Playwright's type of the argument is not Electron's own module type, though it is that module.
  const evaluate: RunningStudio['evaluate'] = (work, argument) =>
    application.evaluate(work as never, argument as never);
  return {
    page,
    evaluate,
    chooseFiles: (paths, ask) => chooseInDialog(evaluate, paths, ask),
    saveFile: (save) => saveInDialog(evaluate, home, save),
    close: () => application.close(),
    kill: async () => {
      application.process().kill('SIGKILL');
      await application.close().catch(() => undefined);
    },
  };
}
