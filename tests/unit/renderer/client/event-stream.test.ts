import { once } from 'node:events';
import { expect, it } from 'vitest';
import { keepEventStream } from '../../../../renderer/src/client/event-stream';

it('keeps nothing of the attempts that failed, however many', async () => {
  const warnings: string[] = [];
  const note = ({ name }: Error): void => void warnings.push(name);
  process.on('warning', note);
  let attempts = 0;
  await new Promise<void>((fulfil) => {
    const stream = keepEventStream({
      open: () => {
        attempts += 1;
        if (attempts === 20) {
          stream.close();
          fulfil();
        }
        return Promise.reject(new Error('nobody answers'));
      },
      retryMs: 0,
      onEvent: () => undefined,
      onReconnected: () => undefined,
      onLost: () => undefined,
    });
  });
  // Warnings are told in a later turn, in the order in which they came.
  process.emitWarning('the last one', 'TestEnded');
  await once(process, 'warning');
  process.off('warning', note);
  expect(warnings).not.toContain('MaxListenersExceededWarning');
});
