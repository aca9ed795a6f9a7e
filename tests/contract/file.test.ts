import { testCloudEngine } from './cloud-suite';

testCloudEngine('file', {
  failures: [
    {
      name: 'the task is refused',
      prepare: (simulator, fault) => simulator.set({ nextSubmit: fault }),
    },
    {
      name: 'the task fails',
      prepare: (simulator, fault) => simulator.set({ nextTask: fault }),
    },
  ],
});
