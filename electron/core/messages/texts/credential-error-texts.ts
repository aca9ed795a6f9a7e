import type { Texts } from '../texts';

/** What happened and what to do next, of keys and of where they are kept. */
export const credentialErrorTexts = {
  'error.credentials/missing.happened': [
    'The account of Alibaba Cloud is not complete. Missing: {missing}.',
    '阿里云账号信息不完整，缺少：{missing}。',
  ],
  'error.credentials/missing.next': [
    'Set {missing}, or use the local engine. "zimu help isi" explains the variables.',
    '请设置 {missing}，或使用本地引擎。“zimu help isi” 有各变量的说明。',
  ],
  'error.credentials/locked.happened': [
    'The keychain of this computer is locked.',
    '本机的钥匙串已锁定。',
  ],
  'error.credentials/locked.next': [
    'Unlock it and try again. Until then credentials are kept for this session only.',
    '请解锁后重试。在此之前，凭证仅在本次会话中保留。',
  ],
  'error.credentials/unavailable.happened': [
    'This computer has no keychain that can be used ({reason}).',
    '本机没有可用的钥匙串（{reason}）。',
  ],
  'error.credentials/unavailable.next': [
    'Credentials are kept for this session only; they are never written to disk.',
    '凭证仅在本次会话中保留，绝不会写入磁盘。',
  ],
} as const satisfies Texts;
