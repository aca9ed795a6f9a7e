import type { PreloadBridge } from '@contract/api';
import { createClient } from '@contract/client';
import { launchDoubleIn } from '../../electron-double/launch-double';
import type { SharedChromium } from '../../electron-double/share-chromium';
import { forgetWork } from './forget-work';
import { chooseInDialog, saveInDialog } from './native-files';
import type { RunningStudio, StudioStart } from './studio';

/** The built main process and preload under the double of Electron, with a page of this worker's Chromium. */
export async function launchDoubleStudio(
  shared: SharedChromium,
  { home, env, file }: StudioStart,
): Promise<RunningStudio> {
  const double = await launchDoubleIn(shared, {
    env: { HOME: home, ZIMU_HOME: home, LC_ALL: 'en_US.UTF-8', ...env },
    args: file === undefined ? [] : [file],
  });
  const evaluate: RunningStudio['evaluate'] = (work, argument) => double.evaluate(work, argument);
  return {
    page: double.page,
    evaluate,
    chooseFiles: (paths, ask) => chooseInDialog(evaluate, paths, ask),
    saveFile: (save) => saveInDialog(evaluate, home, save),
    close: async () => {
      await double.close();
    },
    kill: () => double.kill(),
    rest: async (settings) => {
      const { page } = double;
      const client = createClient({
        invoke: (name, input) =>
          page.evaluate(
            ([called, given]) =>
              (Reflect.get(window, 'studio') as PreloadBridge).invoke(called, given),
            [name, input] as const,
          ),
        subscribe: () => () => undefined,
      });
      await forgetWork(client, home, settings);
      // It forgets what the window was like; what is shown of it is gone with the next page.
      await page.evaluate(() => {
        localStorage.clear();
        sessionStorage.clear();
      });
    },
    wake: async () => {
      await double.page.reload();
    },
  };
}
