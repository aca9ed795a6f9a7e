import { join } from 'node:path';
import { startBrowserHost } from '../../electron/host/start-browser-host';
import { createHandlers } from '../../electron/services/handlers';
import { createHttpTransport } from '../../renderer/src/client/http-transport';
import { makeHostFetch } from '../helpers/host-fetch';
import { openTestWorkspace } from '../helpers/open-test-workspace';
import { describeTransport } from './transport-suite';

describeTransport('the browser host', async () => {
  const { workspace, events, host: side, home, close } = await openTestWorkspace();
  const host = await startBrowserHost({
    handlers: createHandlers(workspace, side),
    events,
    answerBytes: (request) => workspace.media.answer(request),
    rendererDirectory: home,
    uploads: join(home, 'uploads'),
    grant: (path) => workspace.grants.grant(path),
    open: (paths) => workspace.openFromOutside(paths),
  });
  const transport = createHttpTransport({ fetch: makeHostFetch(() => host.url) });
  return {
    transport,
    close: async () => {
      transport.close();
      await host.close();
      await close();
    },
  };
});
