import { flashPath } from './flash/answer-flash';
import type { SimulatedAccount } from './simulated-service';
import type { SimulatedAppkey } from './simulator-world';

/**
 * The environment with which the studio talks to a simulator, as its first account. OSS is under
 * the name `localhost`: a `file_link` may not be an address (protocol §3.2).
 */
export function describeEnvironment(
  port: number,
  accounts: readonly SimulatedAccount[],
  appkeys: readonly SimulatedAppkey[],
): Readonly<Record<string, string>> {
  const url = `http://127.0.0.1:${port}`;
  const account = accounts[0];
  const appkey = appkeys.find(({ userId }) => userId === account?.userId);
  return {
    ZIMU_ISI_META_ENDPOINT: url,
    ZIMU_ISI_FLASH_ENDPOINT: url + flashPath,
    ZIMU_ISI_FILETRANS_ENDPOINT: url,
    ZIMU_OSS_ENDPOINT: `http://localhost:${port}`,
    ...(appkey === undefined ? {} : { ZIMU_ISI_APPKEY: appkey.appkey }),
    ...(account === undefined
      ? {}
      : { ALIYUN_AK_ID: account.accessKeyId, ALIYUN_AK_SECRET: account.accessKeySecret }),
    ...(account?.securityToken === undefined ? {} : { ALIYUN_STS_TOKEN: account.securityToken }),
  };
}
