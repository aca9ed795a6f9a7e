import type { Reply } from '@contract/api';
import { dispatch } from '@contract/dispatch';
import { createHandlers } from '../../electron/services/handlers';
import { openTestWorkspace } from '../helpers/open-test-workspace';
import { describeTransport } from './transport-suite';

describeTransport('memory', async () => {
  const { workspace, events, host, close } = await openTestWorkspace();
  const handlers = createHandlers(workspace, host);
  // What crosses a process boundary is JSON, so it is here as well.
  const cross = <Value>(value: Value): Value =>
    value === undefined ? value : (JSON.parse(JSON.stringify(value)) as Value);
  return {
    transport: {
      invoke: async (name, input): Promise<Reply> =>
        cross(await dispatch(handlers, name, cross(input))),
      subscribe: (event, listener) =>
        events.subscribe((name, payload) => {
          if (name === event) listener(cross(payload));
        }),
    },
    close,
  };
});
