import { defineVendorErrors, type VendorErrorRow } from '../vendor-error-entry';

const rows: readonly VendorErrorRow[] = [
  {
    code: 'NoPermission',
    otherCodes: ['Forbidden.RAM', 'Forbidden.NoPermission', 'Forbidden'],
    cause: ['The RAM user may not do this.', '该 RAM 用户无权执行此操作。'],
    remedy: [
      'Let the owner of the account grant this user the right to the speech service.',
      '请让账号所有者为该 RAM 用户授予语音服务的权限。',
    ],
    retry: 'no',
    errorCode: 'engine/forbidden',
  },
  {
    code: 'InvalidSecurityToken.Expired',
    otherCodes: ['InvalidSecurityToken.Malformed'],
    cause: ['The temporary key is no longer valid.', '临时密钥（STS）已失效。'],
    remedy: ['Get a new temporary key.', '请重新获取临时密钥。'],
    retry: 'no',
    errorCode: 'engine/unauthorised',
  },
];

/**
 * Codes of the API gateway about users and temporary keys. The vendor's table of the speech
 * services leaves them out; texts are ours in both languages.
 */
export const popAccountErrors = defineVendorErrors('pop', ['pop'], rows);
