import { expect, it } from 'vitest';
import {
  readEnvironmentCredentials,
  takeEnvironment,
} from '../../../../electron/services/credentials/environment-credentials';

it('takes the secrets out of an environment and gives all of it', () => {
  const whole = {
    ALIYUN_AK_ID: 'LTAIdummy0000',
    ALIYUN_AK_SECRET: 'dummy-secret',
    ALIYUN_STS_TOKEN: 'dummy-sts',
    ZIMU_ISI_TOKEN: 'dummy-token',
    PATH: '/bin',
  };
  const left: NodeJS.ProcessEnv = { ...whole };
  const taken = takeEnvironment(left);
  expect(left).toEqual({ ALIYUN_AK_ID: 'LTAIdummy0000', PATH: '/bin' });
  expect(taken).toEqual(whole);
  expect(readEnvironmentCredentials(taken).changes).toHaveLength(2);
});
