import { defineVendorErrors, type VendorErrorRow } from '../vendor-error-entry';

const rows: readonly VendorErrorRow[] = [
  {
    code: 40000001,
    name: 'ACCESS_DENIED',
    message: "The token 'xxx' has expired； The token 'xxx' is invalid",
    cause: [
      'The service does not accept the token: it has expired or was never valid.',
      '用户使用了不合理的参数或者调用逻辑。通用客户端错误码，通常是涉及Token相关的不正确使用，例如Token过期或者非法。',
    ],
    remedy: [
      'The studio fetches a new token by itself. If you pasted a token, paste a new one or give an AccessKey instead.',
      '请参考官网文档示例代码进行对比测试验证。',
    ],
    retry: 'refetch-token',
    errorCode: 'engine/unauthorised',
  },
  {
    code: 40000005,
    name: 'TOO_MANY_REQUESTS',
    message: 'Gateway:TOO_MANY_REQUESTS:Too many requests!',
    cause: ['More requests are running at once than the account may run.', '并发请求过多。'],
    remedy: [
      'Run fewer jobs at once. A trial account can be upgraded; a paid one can buy more concurrency.',
      '如果是试用版调用，建议您升级为商用版本以增大并发。 如果已是商用版，可购买并发资源包，扩充您的并发额度。',
    ],
    retry: 'backoff',
    errorCode: 'engine/throttled',
  },
  {
    code: 40000010,
    name: 'FREE_TRIAL_EXPIRED',
    message: 'Gateway:FREE_TRIAL_EXPIRED:The free trial has expired!',
    cause: [
      'The free trial is over and the paid edition was not opened, or the account owes money.',
      '试用期已结束，并且未开通商用版、或账号欠费。',
    ],
    remedy: [
      'Open the console, see whether the service is activated and whether the balance is enough.',
      '请登录控制台确认服务开通状态以及账户余额。',
    ],
    retry: 'no',
    errorCode: 'engine/forbidden',
  },
  {
    code: 40020105,
    name: 'APPKEY_NOT_EXIST',
    message: 'Meta:APPKEY_NOT_EXIST:Appkey not exist!',
    cause: ['There is no project with this Appkey.', '使用了不存在的Appkey。'],
    remedy: [
      'Copy the Appkey from the project list of the console into the settings.',
      '请确认是否使用了不存在的Appkey，Appkey可以通过登录控制台后查看项目配置。',
    ],
    retry: 'no',
    errorCode: 'engine/unauthorised',
  },
  {
    code: 40020106,
    name: 'APPKEY_UID_MISMATCH',
    message: 'Meta:APPKEY_UID_MISMATCH:Appkey and user mismatch!',
    cause: [
      'The Appkey and the token belong to two different accounts.',
      '调用时传递的Appkey和Token并非同一个账号UID所创建，导致不匹配。',
    ],
    remedy: [
      'Take the Appkey and the AccessKey (or the token) from the same account.',
      '请检查是否存在两个账号混用的情况，避免使用账号A名下的Appkey和账号B名下生成的Token搭配使用。',
    ],
    retry: 'no',
    errorCode: 'engine/forbidden',
  },
  {
    code: 403,
    name: 'FORBIDDEN',
    message: 'Forbidden',
    cause: [
      'The token is not valid: it does not exist or its time is over.',
      '使用的Token无效，例如Token不存在或者已过期。',
    ],
    remedy: [
      'The studio fetches a new token by itself. If you pasted a token, paste a new one.',
      '请设置正确的Token。Token存在有效期限制，请及时在过期前获取新的Token。',
    ],
    retry: 'refetch-token',
    errorCode: 'engine/unauthorised',
  },
  {
    code: 41000003,
    name: 'NO_ENDPOINT_INFO',
    message: "MetaInfo doesn't have end point info",
    cause: ['The service finds no route for this Appkey.', '无法获取该Appkey的路由信息。'],
    remedy: [
      'Check that the Appkey and the token come from the same account, and that the region is that of the project.',
      '请检查是否存在两个账号混用的情况，避免使用账号A名下的Appkey和账号B名下生成的Token搭配使用。',
    ],
    retry: 'no',
    errorCode: 'engine/forbidden',
  },
];

/** The vendor's general table, what lies with token, Appkey and account (seed, 服务状态码). */
export const generalAccountErrors = defineVendorErrors(
  'general',
  ['flash', 'file', 'one-sentence', 'realtime'],
  rows,
);
