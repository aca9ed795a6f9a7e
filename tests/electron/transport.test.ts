import { describeTransport } from '../contract/transport-suite';
import { openPageTransport } from './page-transport';
import { createFolder } from './use-double';

describeTransport('the preload, under the double of Electron', () =>
  openPageTransport({ ZIMU_HOME: createFolder() }),
);
