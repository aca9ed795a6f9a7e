import { expect, it } from 'vitest';
import { StudioError } from '../../../electron/core/errors/studio-error';
import { createEngines, offeredEngines } from '../../../electron/engines/registry';

const local = { modelsDirectory: '/nowhere' };

it('offers the local engine first, and a scripted one only where it is asked for', () => {
  const { ids } = createEngines({ local });
  expect(ids[0]).toBe('local');
  expect(ids).not.toContain('scripted');
  expect(createEngines({ local, scripted: {} }).ids).toEqual([...ids, 'scripted']);
  expect(offeredEngines.map(({ id }) => id)).not.toContain('scripted');
});

it('finds the engine that works offline, and the one that aligns', () => {
  const engines = createEngines({ local, scripted: {} });
  expect(engines.offline()).toBe(engines.get('local'));
  expect(engines.aligner()).toBe(engines.get('local'));
});

it('makes an engine once', () => {
  const engines = createEngines({ local });
  expect(engines.get('local').describe().id).toBe('local');
  expect(engines.get('local')).toBe(engines.get('local'));
});

it.each(['flash', 'file', 'scripted', ''])('has no engine "%s"', (engine) => {
  const thrown = (() => {
    try {
      return createEngines({ local }).get(engine);
    } catch (error) {
      return error;
    }
  })();
  expect(thrown).toBeInstanceOf(StudioError);
  expect(thrown).toMatchObject({ code: 'engine/unavailable', data: { engine } });
});

it('says what is missing when models are not there', async () => {
  const engines = createEngines({ local });
  const readiness = await engines.get('local').check();
  expect(readiness).toMatchObject({ state: 'unavailable', error: { code: 'model/missing' } });
  await engines.dispose();
});
