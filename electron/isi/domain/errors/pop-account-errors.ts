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
    // The token service itself says this of a RAM user, where the gateway has let him pass.
    code: 40020503,
    message: 'No permission!',
    cause: [
      'The RAM user of this AccessKey may not make tokens for the speech service.',
      '该 AccessKey 所属的 RAM 用户无权获取语音服务的 Token。',
    ],
    remedy: [
      'Let the owner of the account grant this user AliyunNLSFullAccess in the RAM console, or use an AccessKey that has it.',
      '请让账号所有者在 RAM 控制台为该用户授予 AliyunNLSFullAccess 权限，或换用已有该权限的 AccessKey。',
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
 * Codes of the API gateway and of tokens about users and temporary keys. The vendor's table of the speech
 * services leaves them out; texts are ours in both languages.
 */
export const popAccountErrors = defineVendorErrors('pop', ['pop'], rows);
