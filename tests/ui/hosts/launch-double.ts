import { launchDoubleIn } from '../../electron-double/launch-double';
import type { SharedChromium } from '../../electron-double/share-chromium';
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
  };
}
