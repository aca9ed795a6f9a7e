import { defineVendorErrors, type VendorErrorRow } from '../vendor-error-entry';

const rows: readonly VendorErrorRow[] = [
  {
    code: 'NoSuchBucket',
    message: 'The specified bucket does not exist.',
    cause: ['There is no bucket of this name.', '不存在该名称的存储空间（Bucket）。'],
    remedy: [
      'Check the name of the bucket in the settings, or make it in the OSS console.',
      '请检查设置中的 Bucket 名称，或在 OSS 控制台创建。',
    ],
    retry: 'no',
    errorCode: 'storage/no-bucket',
  },
  {
    code: 'InvalidBucketName',
    message: 'The specified bucket is not valid.',
    cause: ['This cannot be the name of a bucket.', '该名称不是有效的 Bucket 名称。'],
    remedy: [
      'Enter the name as the OSS console shows it: 3 to 63 small letters, digits and hyphens.',
      '请按 OSS 控制台所示填写：3 到 63 个小写字母、数字或短划线。',
    ],
    retry: 'no',
    errorCode: 'storage/no-bucket',
  },
  {
    code: 'AccessDenied',
    message: 'You have no right to access this object.',
    cause: ['The account may not use this bucket.', '该账号无权使用此存储空间。'],
    remedy: [
      'Grant the user oss:PutObject, oss:GetObject and oss:DeleteObject on it.',
      '请为该用户授予此存储空间的 oss:PutObject、oss:GetObject 和 oss:DeleteObject 权限。',
    ],
    retry: 'no',
    errorCode: 'storage/forbidden',
  },
  {
    code: 'AccessDenied',
    key: 'AccessDenied-endpoint',
    message:
      'The bucket you are attempting to access must be addressed using the specified endpoint.',
    tellTale: 'must be addressed using the specified endpoint',
    cause: ['The bucket is in another region.', '该存储空间位于其他地域。'],
    remedy: [
      'Set the region of the bucket as the OSS console shows it.',
      '请按 OSS 控制台所示设置存储空间的地域。',
    ],
    retry: 'no',
    errorCode: 'storage/wrong-region',
  },
  {
    code: 'InvalidArgument',
    cause: ['OSS does not accept a parameter of the request.', 'OSS 不接受请求中的某个参数。'],
    remedy: [
      'Read its text beside the code; check bucket and region in the settings.',
      '请查看错误码旁的信息，并检查设置中的存储空间和地域。',
    ],
    retry: 'no',
    errorCode: 'storage/failed',
  },
  {
    code: 'InvalidArgument',
    key: 'InvalidArgument-region',
    message: 'Invalid signing region in Authorization header.',
    tellTale: 'signing region',
    cause: [
      'The request was signed for another region than that of the bucket.',
      '请求签名所用的地域与存储空间的地域不一致。',
    ],
    remedy: [
      'Set the region of the bucket as the OSS console shows it, such as cn-shanghai.',
      '请按 OSS 控制台所示设置存储空间的地域，例如 cn-shanghai。',
    ],
    retry: 'no',
    errorCode: 'storage/wrong-region',
  },
  {
    code: 'InvalidAccessKeyId',
    message: 'The OSS Access Key Id you provided does not exist in our records.',
    cause: [
      'OSS does not know this AccessKey, or it is disabled.',
      'OSS 不认识这个 AccessKey，或该 AccessKey 已被禁用。',
    ],
    remedy: [
      'Check the AccessKey ID, and in the console whether it is enabled.',
      '请检查 AccessKey ID，并在控制台确认其是否启用。',
    ],
    retry: 'no',
    errorCode: 'engine/unauthorised',
  },
  {
    code: 'SignatureDoesNotMatch',
    message: 'The request signature we calculated does not match the signature you provided.',
    cause: [
      'The signature is wrong; nearly always the AccessKey secret is.',
      '签名不正确，通常是 AccessKey Secret 有误。',
    ],
    remedy: [
      'Enter the AccessKey secret again, without blanks at its ends.',
      '请重新填写 AccessKey Secret，注意首尾不要有空格。',
    ],
    retry: 'no',
    errorCode: 'engine/unauthorised',
  },
  {
    code: 'SecurityTokenExpired',
    otherCodes: ['InvalidSecurityToken'],
    message: 'The security token you provided has expired.',
    cause: ['The temporary key is no longer valid.', '临时密钥（STS）已失效。'],
    remedy: ['Get a new temporary key.', '请重新获取临时密钥。'],
    retry: 'no',
    errorCode: 'engine/unauthorised',
  },
  {
    code: 'RequestTimeTooSkewed',
    message: 'The difference between the request time and the current time is too large.',
    cause: [
      'The clock of this computer is more than 15 minutes off.',
      '本机的时钟偏差超过 15 分钟。',
    ],
    remedy: ['Set the clock, then try again.', '请校准时钟后重试。'],
    retry: 'fix-clock',
    errorCode: 'engine/clock-skewed',
  },
  {
    code: 'UserDisable',
    message: 'UserDisable',
    cause: [
      'The account is blocked, mostly because it owes money.',
      '账号已被停用，通常是因为欠费。',
    ],
    remedy: ['Check the balance in the console.', '请在控制台检查账户余额。'],
    retry: 'no',
    errorCode: 'storage/forbidden',
  },
  {
    code: 'NoSuchKey',
    message: 'The specified key does not exist.',
    cause: ['The uploaded recording is no longer in the bucket.', '已上传的录音已不在存储空间中。'],
    remedy: ['The studio uploads it again by itself.', '字幕工作室会自动重新上传。'],
    retry: 'upload-again',
    errorCode: 'storage/failed',
  },
  {
    code: 'NoSuchUpload',
    message: 'The specified upload does not exist.',
    cause: [
      'The upload that was begun is no longer known to the bucket.',
      '存储空间中已没有这次未完成的上传。',
    ],
    remedy: ['The studio begins the upload anew by itself.', '字幕工作室会自动重新开始上传。'],
    retry: 'upload-again',
    errorCode: 'storage/failed',
  },
  {
    code: 'InvalidPart',
    otherCodes: ['InvalidDigest', 'InvalidPartOrder'],
    message: 'One or more of the specified parts could not be found.',
    cause: ['A part of the upload did not arrive whole.', '上传的某个分片不完整。'],
    remedy: ['The studio begins the upload anew by itself.', '字幕工作室会自动重新开始上传。'],
    retry: 'upload-again',
    errorCode: 'storage/failed',
  },
  {
    code: 'RequestTimeout',
    cause: [
      'The upload was too slow, and the bucket stopped waiting.',
      '上传过慢，存储服务已停止等待。',
    ],
    remedy: [
      'Check the network; the studio goes on where it stopped.',
      '请检查网络；字幕工作室会从中断处继续。',
    ],
    retry: 'backoff',
    errorCode: 'storage/failed',
  },
  {
    code: 'QpsLimitExceeded',
    otherCodes: ['ServerBusy', 'SlowDown'],
    cause: ['The bucket takes no more requests at the moment.', '存储服务当前不再接受更多请求。'],
    remedy: [
      'Run fewer jobs at once; the studio waits and tries again.',
      '请减少同时运行的任务；字幕工作室会等待后重试。',
    ],
    retry: 'backoff',
    errorCode: 'engine/throttled',
  },
  {
    code: 'ServiceUnavailable',
    otherCodes: ['InternalError'],
    cause: ['The storage had a passing disturbance.', '存储服务暂时出现故障。'],
    remedy: ['Trying again usually helps.', '一般重试即可恢复。'],
    retry: 'backoff',
    errorCode: 'storage/failed',
  },
];

/**
 * Codes of OSS as its own pages on HTTP 400 and 403 give them; causes and remedies are ours in both
 * languages (protocol §4).
 */
export const ossErrors = defineVendorErrors('oss', ['oss'], rows);
