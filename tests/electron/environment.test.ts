import { describe, expect, it } from 'vitest';
import { startStudio } from './use-double';

const secrets = {
  ALIYUN_AK_SECRET: 'dummy-secret-key-0123456789',
  ALIYUN_STS_TOKEN: 'dummy-secret-sts',
  ZIMU_ISI_TOKEN: 'dummy-secret-token',
};

describe('the main process', () => {
  it('[KC5] holds no secret in what its helpers and the desktop inherit', async () => {
    const { double } = await startStudio({ env: { ALIYUN_AK_ID: 'LTAIdummy0000', ...secrets } });
    const names = await double.evaluate(
      (_electron, wanted) => wanted.filter((name) => process.env[name] !== undefined),
      ['ALIYUN_AK_ID', ...Object.keys(secrets)],
    );
    expect(names).toEqual(['ALIYUN_AK_ID']);
    await double.close();
  });
});
