import type { Texts } from '../texts';

/** What happened and what to do next where an error's reason says more than its code. */
export const reasonTexts = {
  'reason.proxy.scheme': [
    '"{scheme}" is not a supported proxy scheme (proxy {host}); http and https are.',
    '不支持代理协议 “{scheme}”（代理 {host}），仅支持 http 和 https。',
  ],
  'reason.proxy.unreadable': ['The address of the proxy cannot be read.', '无法识别代理的地址。'],
  'reason.proxy.login': [
    'The proxy {host} asks for a user name and password (407).',
    '代理 {host} 要求提供用户名和密码（407）。',
  ],
  'reason.proxy.status': [
    'The proxy {host} does not let the request through: it answered {status}.',
    '代理 {host} 未放行请求，返回了 {status}。',
  ],
  'reason.proxy.next.scheme': [
    "Correct the proxy's address and port, or change or remove the environment variables http_proxy, https_proxy and all_proxy, then try again. Nothing was sent.",
    '请改正代理的地址和端口，或修改、删除环境变量 http_proxy、https_proxy 和 all_proxy，然后重试。未发送任何内容。',
  ],
  'reason.proxy.next.login': [
    'Enter the right user name and password of the proxy, then try again. Nothing was sent.',
    '请填写正确的代理用户名和密码后重试。未发送任何内容。',
  ],
  'reason.proxy.next.status': [
    'Ask whoever runs the proxy to allow Alibaba Cloud, or use another one. Nothing was sent.',
    '请联系代理的管理员放行阿里云，或改用其他代理。未发送任何内容。',
  ],
  'reason.region.elsewhere': [
    'The bucket "{bucket}" lies in {bucketRegion}, not in {region}.',
    '存储空间 “{bucket}” 位于 {bucketRegion}，不在 {region}。',
  ],
  'reason.region.elsewhere.next': [
    'Set ZIMU_OSS_REGION={bucketRegion} and run the command again. Nothing was uploaded.',
    '请设定环境变量 ZIMU_OSS_REGION={bucketRegion}，然后重新运行该命令。未上传任何内容。',
  ],
  'reason.region.elsewhere.next.window': [
    'Choose {bucketRegion} as the region of the bucket in Settings → Alibaba Cloud, then try again. Nothing was uploaded.',
    '请在“设置 → 阿里云”中将存储空间的地域改为 {bucketRegion}，然后重试。未上传任何内容。',
  ],
  'reason.usage.next': [
    'Correct it, then try again. Nothing was sent.',
    '请改正后重试。未发送任何内容。',
  ],
  'reason.usage.not-a-region': [
    '{parameter}: this is no region of the service{allowed}.',
    '{parameter}：不是该服务的地域{allowed}。',
  ],
  'reason.usage.not-a-bucket': [
    '{parameter}: the name of a bucket has 3 to 63 small letters, digits and hyphens, and begins and ends with a letter or digit.',
    '{parameter}：存储空间名称须为 3 至 63 个小写字母、数字或短横线，且以字母或数字开头和结尾。',
  ],
  'reason.usage.not-a-url': [
    '{parameter}: this is not an address.',
    '{parameter}：不是有效的地址。',
  ],
  'reason.usage.not-http': [
    '{parameter}: an address begins with http:// or https:// and has no user name in it.',
    '{parameter}：地址须以 http:// 或 https:// 开头，且不含用户名。',
  ],
  'reason.usage.ip-address': [
    '{parameter}: the service takes a domain name, no IP address.',
    '{parameter}：服务只接受域名，不接受 IP 地址。',
  ],
  'reason.usage.has-path': [
    '{parameter}: this address may have no path.',
    '{parameter}：此地址不能带路径。',
  ],
  'reason.usage.has-query': [
    '{parameter}: this address may have no query.',
    '{parameter}：此地址不能带查询参数。',
  ],
  'reason.usage.blanks': [
    '{parameter}: there may be no blanks in it.',
    '{parameter}：不能含有空格。',
  ],
  'reason.usage.not-ascii': [
    '{parameter}: only letters, digits and marks of ASCII may be in it.',
    '{parameter}：只能包含 ASCII 字母、数字和符号。',
  ],
  'reason.usage.too-long': ['{parameter}: this is too long.', '{parameter}：内容过长。'],
  'reason.usage.missing': ['{parameter}: a value is missing.', '{parameter}：缺少数值。'],
  'reason.usage.unknown': [
    '{parameter}: the service does not know this parameter.',
    '{parameter}：服务不认识此参数。',
  ],
  'reason.usage.wrong-kind': [
    '{parameter}: this is not a value of the right kind{allowed}.',
    '{parameter}：数值类型不正确{allowed}。',
  ],
  'reason.usage.out-of-range': [
    '{parameter}: out of range{allowed}.',
    '{parameter}：超出取值范围{allowed}。',
  ],
  'reason.usage.not-a-choice': [
    '{parameter}: not among the choices{allowed}.',
    '{parameter}：不在可选值之中{allowed}。',
  ],
  'reason.usage.not-json': [
    '{parameter}: this is not a JSON object.',
    '{parameter}：不是有效的 JSON 对象。',
  ],
  'reason.usage.wrong-filter': [
    '{parameter}: it may hold system_reserved_filter (true or false), filter_with_empty and filter_with_signed, each with a word_list.',
    '{parameter}：只能包含 system_reserved_filter（true 或 false）、filter_with_empty 和 filter_with_signed，后两项各含 word_list。',
  ],
  'reason.usage.not-marks': [
    '{parameter}: only punctuation marks, one after the other; the service passes over anything else.',
    '{parameter}：只能连续填写标点符号，其他字符对服务不起作用。',
  ],
  'reason.usage.needs-other': [
    '{parameter} has an effect only together with another parameter{allowed}.',
    '{parameter} 需要与另一个参数搭配使用，单独设置不起作用{allowed}。',
  ],
} as const satisfies Texts;
