import type { BothLanguages } from '../vendor-error-entry';

const appkey: BothLanguages = [
  "Copy the Appkey from the console's project list into ZIMU_ISI_APPKEY. A project is known in its own region only: ZIMU_ISI_REGION names it (cn-shanghai, cn-beijing or cn-shenzhen). The AccessKey must be of the same account.",
  '请从控制台的项目列表复制 Appkey 到环境变量 ZIMU_ISI_APPKEY。项目只在其所在地域有效，用 ZIMU_ISI_REGION 指定（cn-shanghai、cn-beijing 或 cn-shenzhen）。AccessKey 须属于同一账号。',
];
const secret: BothLanguages = [
  'Copy the AccessKey secret once more into ALIYUN_AK_SECRET, without blanks at its ends.',
  '请将 AccessKey Secret 重新填入环境变量 ALIYUN_AK_SECRET，注意首尾不要有空格。',
];
const keyId: BothLanguages = [
  'Check the AccessKey ID in ALIYUN_AK_ID for typing mistakes, and in the console whether the key is there and enabled.',
  '请检查环境变量 ALIYUN_AK_ID 中的 AccessKey ID 是否填写正确，并在控制台确认该 AccessKey 存在且已启用。',
];
const temporaryKey: BothLanguages = [
  'Get a new temporary key: ALIYUN_AK_ID, ALIYUN_AK_SECRET and ALIYUN_STS_TOKEN belong together.',
  '请重新获取临时密钥：ALIYUN_AK_ID、ALIYUN_AK_SECRET 和 ALIYUN_STS_TOKEN 须为同一组。',
];
const token: BothLanguages = [
  'With an AccessKey a new token is made by itself. Otherwise put a new one into ZIMU_ISI_TOKEN; it must be of the same account as ZIMU_ISI_APPKEY.',
  '有 AccessKey 时会自动获取新 Token；否则请将新的 Token 填入环境变量 ZIMU_ISI_TOKEN，且须与 ZIMU_ISI_APPKEY 属于同一账号。',
];
const address: BothLanguages = [
  'Check the address of the service: ZIMU_ISI_REGION, and ZIMU_ISI_FLASH_ENDPOINT, ZIMU_ISI_FILETRANS_ENDPOINT and ZIMU_ISI_META_ENDPOINT where they are set.',
  '请检查服务地址：ZIMU_ISI_REGION，以及已指定的 ZIMU_ISI_FLASH_ENDPOINT、ZIMU_ISI_FILETRANS_ENDPOINT 和 ZIMU_ISI_META_ENDPOINT。',
];
const bucket: BothLanguages = [
  'Read its text beside the code; check ZIMU_OSS_BUCKET and ZIMU_OSS_REGION.',
  '请查看错误码旁的信息，并检查环境变量 ZIMU_OSS_BUCKET 和 ZIMU_OSS_REGION。',
];
const bucketName: BothLanguages = [
  'Put the name into ZIMU_OSS_BUCKET as the OSS console shows it: 3 to 63 small letters, digits and hyphens.',
  '请按 OSS 控制台所示填写环境变量 ZIMU_OSS_BUCKET：3 到 63 个小写字母、数字或短划线。',
];
const bucketRegion: BothLanguages = [
  'Put the region of the bucket into ZIMU_OSS_REGION as the OSS console shows it, such as cn-shanghai.',
  '请按 OSS 控制台所示填写环境变量 ZIMU_OSS_REGION，例如 cn-shanghai。',
];

/**
 * What to do about a row of the catalogue in a terminal, where the row speaks of something that only
 * the window has. By the row's id; all other rows help in both places.
 */
export const terminalRemedies: Readonly<Record<string, BothLanguages>> = {
  'flash/40000004': [
    'Run the command again; if that does not help, use --engine file.',
    '请再次运行该命令；如仍不行，请改用 --engine file。',
  ],
  'file/41050014': appkey,
  'file/41050015': appkey,
  'file/41050009': appkey,
  'file/41050008': [
    'Convert the recording to the rate of the model that the Appkey is set to in the console, and transcribe that: "ffmpeg -i RECORDING -ar 8000 talk.wav" for a telephone model, else -ar 16000.',
    '请将录音转换为控制台中该 Appkey 所选模型的采样率后再转写：电话模型用 “ffmpeg -i RECORDING -ar 8000 talk.wav”，其他用 -ar 16000。',
  ],
  'general/40000001': token,
  'general/40020105': appkey,
  'general/40020106': [
    'Take ZIMU_ISI_APPKEY and the AccessKey (or ZIMU_ISI_TOKEN) from the same account.',
    'ZIMU_ISI_APPKEY 与 AccessKey（或 ZIMU_ISI_TOKEN）须属于同一账号，请检查是否混用。',
  ],
  'general/403': token,
  'general/41000003': appkey,
  'general/40010001': address,
  'general/41010101': [
    'Ask for the rate of the model that the Appkey is set to in the console: --set sample_rate=16000, or --set sample_rate=8000 for a telephone model.',
    '请按控制台中该 Appkey 所选模型的采样率识别：--set sample_rate=16000；电话模型用 --set sample_rate=8000。',
  ],
  'one-sentence/40010002': address,
  'pop/InvalidAccessKeyId.NotFound': keyId,
  'pop/SignatureDoesNotMatch': secret,
  'pop/InvalidAction.NotFound': address,
  'pop/InvalidVersion': address,
  'pop/InvalidSecurityToken.Expired': temporaryKey,
  'oss/NoSuchBucket': [
    'Check the name in ZIMU_OSS_BUCKET, or make the bucket in the OSS console.',
    '请检查环境变量 ZIMU_OSS_BUCKET 中的名称，或在 OSS 控制台创建该存储空间。',
  ],
  'oss/InvalidBucketName': bucketName,
  'oss/AccessDenied-endpoint': bucketRegion,
  'oss/InvalidArgument': bucket,
  'oss/InvalidArgument-region': bucketRegion,
  'oss/InvalidAccessKeyId': keyId,
  'oss/SignatureDoesNotMatch': secret,
  'oss/SecurityTokenExpired': temporaryKey,
  'family/unauthorised': [
    'Check ALIYUN_AK_ID, ALIYUN_AK_SECRET, ZIMU_ISI_TOKEN and ZIMU_ISI_APPKEY; "zimu isi check" tries them one by one.',
    '请检查 ALIYUN_AK_ID、ALIYUN_AK_SECRET、ZIMU_ISI_TOKEN 和 ZIMU_ISI_APPKEY；“zimu isi check” 会逐项检查。',
  ],
  'family/not-found': address,
  'family/too-large': [
    'Encode it smaller, or use --engine file.',
    '请压缩录音，或改用 --engine file。',
  ],
  'family/storage': bucket,
};
