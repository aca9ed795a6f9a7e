import type { Texts } from '../texts';

/** What happened and what to do next, of the bucket that uploads go to. */
export const storageErrorTexts = {
  'error.storage/no-bucket.happened': [
    'There is no bucket "{bucket}" in {region}.',
    '{region} 中没有名为 “{bucket}” 的存储空间。',
  ],
  'error.storage/no-bucket.next': [
    'Check ZIMU_OSS_BUCKET and ZIMU_OSS_REGION, or make the bucket in the OSS console. Nothing was uploaded.',
    '请检查环境变量 ZIMU_OSS_BUCKET 和 ZIMU_OSS_REGION，或在 OSS 控制台创建该存储空间。未上传任何内容。',
  ],
  'error.storage/forbidden.happened': [
    'The account may not use the bucket "{bucket}" ({vendorCode}).',
    '该账号无权使用存储空间 “{bucket}”（{vendorCode}）。',
  ],
  'error.storage/forbidden.next': [
    'Give the account oss:PutObject, oss:GetObject and oss:DeleteObject for it. Nothing was uploaded.',
    '请授予该账号 oss:PutObject、oss:GetObject 和 oss:DeleteObject 权限。未上传任何内容。',
  ],
  'error.storage/wrong-region.happened': [
    'The bucket "{bucket}" is not in {region}.',
    '存储空间 “{bucket}” 不在 {region}。',
  ],
  'error.storage/wrong-region.next': [
    'Put the region of the bucket into ZIMU_OSS_REGION as the OSS console shows it. Nothing was uploaded.',
    '请按 OSS 控制台所示填写环境变量 ZIMU_OSS_REGION。未上传任何内容。',
  ],
  'error.storage/failed.happened': [
    'The storage failed: {vendorText} ({vendorCode}).',
    '存储服务出错：{vendorText}（{vendorCode}）。',
  ],
  'error.storage/failed.next': [
    'Try again: what was uploaded already is not uploaded twice.',
    '请重试：已上传的部分不会重复上传。',
  ],
  'error.storage/not-deleted.happened': [
    'The upload could not be deleted and is still in the bucket: {keys} ({reason}).',
    '上传的文件未能删除，仍在存储空间中：{keys}（{reason}）。',
  ],
  'error.storage/not-deleted.next': [
    'Delete it in the OSS console. The next one goes by itself where the account has oss:DeleteObject and oss:AbortMultipartUpload.',
    '请在 OSS 控制台删除。授予该账号 oss:DeleteObject 和 oss:AbortMultipartUpload 权限后，以后会自动删除。',
  ],
} as const satisfies Texts;
