import { testCloudEngine } from './cloud-suite';

testCloudEngine('flash', {
  failures: [
    {
      name: 'the service refuses',
      prepare: (simulator, fault) => simulator.set({ nextFlash: fault }),
    },
    {
      name: 'no token is given out',
      prepare: (simulator) => {
        simulator.expireTokens();
        simulator.set({
          nextToken: { kind: 'refuse', code: 'InvalidAccessKeyId.NotFound', times: 9 },
          nextFlash: [],
        });
      },
    },
  ],
});
