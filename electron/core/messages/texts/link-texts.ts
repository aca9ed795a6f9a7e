import type { Texts } from '../texts';

/** What a person should know of the link by which a service fetches a recording. */
export const linkTexts = {
  'error.storage/link-across-regions.happened': [
    'The bucket is in {bucketRegion}, the service in {region}: it cannot use the internal address and is given the public one.',
    '存储空间位于 {bucketRegion}，而服务位于 {region}，无法使用内网地址，已改用公网地址。',
  ],
  'error.storage/link-across-regions.next': [
    'This works, but Alibaba Cloud bills the traffic. A bucket in {region} saves that.',
    '不影响识别，但阿里云会收取流量费。使用 {region} 的存储空间可避免此费用。',
  ],
  'error.storage/link-ends-early.happened': [
    'The temporary key (STS) ends in {hours} h {minutes} min ({time}), and the link to the recording with it.',
    '临时密钥（STS）将在 {hours} 小时 {minutes} 分钟后失效（{time}），录音链接也随之失效。',
  ],
  'error.storage/link-ends-early.next': [
    'A task waits up to 3 hours, with a trial account up to 24. If it may take longer than the key lives, stop and use a key that lives longer.',
    '任务最多排队 3 小时，试用账号最多 24 小时。如果密钥的有效期可能不够，请停止任务，换用有效期更长的密钥。',
  ],
  'error.storage/link-end-unknown.happened': [
    'The key is a temporary one (STS) and nothing says when it ends: at most 12 hours after it was made, and the link to the recording with it.',
    '当前使用的是临时密钥（STS），但未注明失效时间。临时密钥最长有效 12 小时，失效后录音链接也随之失效。',
  ],
  'error.storage/link-end-unknown.next': [
    'A task waits up to 3 hours, with a trial account up to 24. Set ALIYUN_STS_EXPIRATION to the "Expiration" that came with the key to have this checked.',
    '任务最多排队 3 小时，试用账号最多 24 小时。请将 ALIYUN_STS_EXPIRATION 设为获取密钥时返回的 Expiration，程序即可检查有效期。',
  ],
  'error.storage/link-end-unknown.next.window': [
    'A task waits up to 3 hours, with a trial account up to 24. Enter in the settings when the key ends to have this checked.',
    '任务最多排队 3 小时，试用账号最多 24 小时。请在设置中填写密钥的失效时间，程序即可检查有效期。',
  ],
  'reason.usage.not-a-time': [
    '{parameter}: this is no time, as 2026-01-15T09:30:00Z or in seconds since 1970.',
    '{parameter}：不是有效的时间，应为 2026-01-15T09:30:00Z 或自 1970 年起的秒数。',
  ],
  'cli.help.securityTokenEnd': [
    'when the STS token ends, as 2026-01-15T09:30:00Z',
    'STS Token 的失效时间，如 2026-01-15T09:30:00Z',
  ],
  'cloud.key.expiry': ['Temporary key ends at (optional)', '临时密钥失效时间（可选）'],
  'cloud.key.temporaryEnds': ['temporary, ends {when}', '临时密钥，{when} 失效'],
  'cloud.key.temporaryEnded': ['temporary, ended {when}', '临时密钥，已于 {when} 失效'],
} as const satisfies Texts;
