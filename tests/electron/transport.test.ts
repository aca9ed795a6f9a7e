import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeTransport } from '../contract/transport-suite';
import { openPageTransport } from './page-transport';

describeTransport('the preload, under the double of Electron', async () => {
  const home = mkdtempSync(join(tmpdir(), 'zimu-electron-'));
  const { transport, close } = await openPageTransport({ ZIMU_HOME: home });
  return {
    transport,
    close: async () => {
      await close();
      rmSync(home, { recursive: true, force: true });
    },
  };
});
