import { afterAll, beforeAll } from 'vitest';
import {
  type SimulatorOptions,
  type Simulator,
  startSimulator,
} from '../simulator/start-simulator';
import { testAccounts, testAppkeys } from './test-accounts';
import { useStandaloneTools } from './use-standalone-tools';

export { testAccounts, testAppkeys };

/** A simulator for the tests of a file; `current` is it as soon as the first of them runs. */
export function useSimulator(options: Partial<SimulatorOptions> = {}): {
  readonly current: Simulator;
} {
  let simulator: Simulator | undefined;
  useStandaloneTools();
  beforeAll(async () => {
    simulator = await startSimulator({
      accounts: Object.values(testAccounts),
      appkeys: Object.values(testAppkeys),
      ...options,
    });
  });
  afterAll(() => simulator?.close());
  return {
    get current() {
      if (simulator === undefined) throw new Error('the simulator runs only while tests do');
      return simulator;
    },
  };
}
