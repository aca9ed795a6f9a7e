import type { Texts } from '../texts';

/** Settings → Alibaba Cloud: credentials, Appkeys, storage, proxy and the test of them all. */
export const cloudTexts = {
  'cloud.about': [
    'With an account of Alibaba Cloud the studio can send recordings to its speech service. Nothing is sent before you start a transcription or a test.',
    '填写阿里云账号后，可将录音发送到其语音识别服务。在您开始转写或测试之前，不会发送任何内容。',
  ],
  'cloud.loading': ['Asking the keychain…', '正在查询钥匙串…'],

  'cloud.key': ['AccessKey', 'AccessKey 密钥'],
  'cloud.key.id': ['AccessKey ID', 'AccessKey ID'],
  'cloud.key.secret': ['AccessKey Secret', 'AccessKey Secret'],
  'cloud.key.sts': ['STS token (optional)', 'STS Token（可选）'],
  'cloud.key.sts.hint': [
    'Only for temporary keys, which end by themselves.',
    '仅临时密钥需要；临时密钥会自动失效。',
  ],
  'cloud.key.hint': [
    'Make one in the console under AccessKey, best for a RAM user who may only use the speech service and one bucket.',
    '可在控制台的 AccessKey 页面创建，建议使用仅有语音服务和一个存储空间权限的 RAM 用户。',
  ],
  'cloud.key.entered': ['AccessKey entered', '已填写 AccessKey'],
  'cloud.key.temporary': ['temporary, with an STS token', '临时密钥，带 STS Token'],
  'cloud.key.removeTitle': ['Remove the AccessKey?', '删除 AccessKey？'],
  'cloud.key.removeText': [
    'The studio forgets it here and in the keychain. In the console it stays as it is, and you can enter it again.',
    '将从本程序和钥匙串中删除。控制台中的密钥不受影响，以后可以重新填写。',
  ],

  'cloud.token': ['Use a token made elsewhere', '使用在别处获取的 Token'],
  'cloud.token.hint': [
    'Instead of an AccessKey, for flash only. It ends after about a day and a half.',
    '可代替 AccessKey，仅用于极速版。约一天半后失效。',
  ],
  'cloud.token.value': ['Token', '访问 Token'],
  'cloud.token.expiry': ['Ends at (optional)', '失效时间（可选）'],
  'cloud.token.entered': ['Token entered', '已填写 Token'],
  'cloud.token.ends': ['ends {when}', '{when} 失效'],
  'cloud.token.ended': ['ended {when}', '已于 {when} 失效'],
  'cloud.token.removeTitle': ['Remove the token?', '删除 Token？'],
  'cloud.token.removeText': [
    'The studio forgets it. If there is an AccessKey, tokens are fetched with that again.',
    '程序将不再保留它。如果已填写 AccessKey，将重新用其获取 Token。',
  ],

  'cloud.place.keychain': ['Stored in {name}', '保存在 {name}'],
  'cloud.place.anyKeychain': ['Stored in the keychain of this computer', '保存在本机的钥匙串中'],
  'cloud.place.session': [
    'For this session only: it is gone when the studio closes',
    '仅在本次会话中有效，关闭程序后即消失',
  ],
  'cloud.place.environment': [
    'From the environment; the studio does not keep it',
    '来自环境变量，程序不会保存',
  ],
  'cloud.keychain.locked': ['The keychain is locked', '钥匙串已锁定'],
  'cloud.keychain.locked.next': [
    'What it holds cannot be read now. Try again, and the system asks for its password; or unlock it by logging in again or with your password manager. What you enter until then is kept for this session only.',
    '暂时无法读取其中的内容。请重试，系统会请您输入钥匙串密码；也可以重新登录系统，或用密码管理程序解锁。在此之前填写的内容仅在本次会话中保留。',
  ],
  'cloud.keychain.absent': ['This computer has no keychain', '本机没有钥匙串'],
  'cloud.keychain.absent.next': [
    'What you enter is kept for this session only, and never written to disk. To keep it, install and start a keychain, on Linux GNOME Keyring, KWallet or KeePassXC, and try again.',
    '填写的内容仅在本次会话中保留，绝不会写入磁盘。如需长期保存，请安装并启动钥匙串（Linux 上可用 GNOME Keyring、KWallet 或 KeePassXC），然后重试。',
  ],
  'cloud.keychain.library-missing': [
    'The keychain cannot be reached: a library is missing',
    '缺少程序库，无法使用钥匙串',
  ],
  'cloud.keychain.library-missing.next': [
    'What you enter is kept for this session only, and never written to disk. To keep it, install libsecret ("libsecret-1-0" on Debian and Ubuntu) and start the studio again.',
    '填写的内容仅在本次会话中保留，绝不会写入磁盘。如需长期保存，请安装 libsecret（Debian 和 Ubuntu 上为 “libsecret-1-0”），然后重新启动程序。',
  ],
  'cloud.keychain.waiting': [
    'Waiting for the keychain. It may be asking for your password in a window of its own.',
    '正在等待钥匙串，它可能正在另一个窗口中请您输入密码。',
  ],
  'cloud.keychain.unsaved': [
    'Something you changed is not in the keychain yet.',
    '有改动尚未保存到钥匙串。',
  ],
  'cloud.import': ['Keep what the environment holds', '保存环境变量中的凭证'],
  'cloud.import.hint': [
    'The environment of the studio holds credentials. They are used, and can be put into the keychain.',
    '程序的环境变量中有凭证，正在使用，也可以存入钥匙串。',
  ],

  'cloud.save': ['Save', '保存'],
  'cloud.saving': ['Saving…', '正在保存…'],
  'cloud.replace': ['Replace', '更换'],
  'cloud.remove': ['Remove', '删除'],

  'cloud.wrong.empty': ['This must not be empty.', '不能为空。'],
  'cloud.wrong.ascii': [
    'Only letters, digits and marks, without blanks. Copy it again from the console.',
    '只能包含字母、数字和符号，不能有空格。请从控制台重新复制。',
  ],
  'cloud.wrong.taken': ['Another Appkey has this name.', '已有另一个 Appkey 使用此名称。'],
  'cloud.wrong.long': ['This is too long.', '内容过长。'],
  'cloud.wrong.past': ['This time has passed.', '该时间已过。'],
  'cloud.wrong.bucket': [
    'A bucket has 3 to 63 small letters, digits and hyphens, and begins and ends with a letter or digit.',
    '存储空间名称为 3 至 63 个小写字母、数字或短横线，且以字母或数字开头和结尾。',
  ],
  'cloud.wrong.region': [
    'A region looks like cn-shanghai: small letters, digits and hyphens.',
    '地域形如 cn-shanghai：小写字母、数字和短横线。',
  ],
  'cloud.wrong.origin': [
    'An address looks like https://storage.example.com: a name, no IP address, and no path.',
    '地址形如 https://storage.example.com：须为域名，不能是 IP 地址，也不带路径。',
  ],
  'cloud.wrong.proxy': [
    'An address looks like http://proxy.example.com:8080, without user name and path.',
    '地址形如 http://proxy.example.com:8080，不带用户名和路径。',
  ],
  'cloud.wrong.controls': [
    'Line breaks and the like cannot stand here.',
    '不能包含换行等控制字符。',
  ],

  'cloud.service': ['Speech service', '语音服务'],
  'cloud.region': ['Region of the account', '账号的服务地域'],
  'cloud.region.cn-shanghai': ['Shanghai (cn-shanghai)', '上海（cn-shanghai）'],
  'cloud.region.cn-beijing': ['Beijing (cn-beijing)', '北京（cn-beijing）'],
  'cloud.region.cn-shenzhen': ['Shenzhen (cn-shenzhen)', '深圳（cn-shenzhen）'],
  'cloud.jobsAtOnce': ['Jobs at once', '同时运行的任务数'],
  'cloud.internal': [
    'Use the internal network (only on machines of Alibaba Cloud)',
    '使用内网地址（仅限阿里云服务器）',
  ],

  'cloud.appkeys': ['Appkeys', '项目 Appkey'],
  'cloud.appkeys.none': [
    'A project of the console has an Appkey, and a model which is chosen there. Add the ones you use.',
    '控制台中的每个项目都有一个 Appkey 和在那里选定的模型。请添加您使用的项目。',
  ],
  'cloud.appkey.add': ['Add an Appkey', '添加 Appkey'],
  'cloud.appkey.title': ['Appkey', '项目 Appkey'],
  'cloud.appkey.name': ['Name', '名称'],
  'cloud.appkey.name.hint': ['As you call it: “Interviews”, “中文访谈”.', '自定义，如“中文访谈”。'],
  'cloud.appkey.value': ['Appkey', '项目的 Appkey'],
  'cloud.appkey.region': ['Region of the project', '项目所在地域'],
  'cloud.appkey.region.account': ['As the account: {region}', '与账号相同：{region}'],
  'cloud.appkey.usual': ['Usual', '默认'],
  'cloud.appkey.makeUsual': ['Make usual', '设为默认'],
  'cloud.appkey.edit': ['Edit {name}', '编辑{name}'],
  'cloud.appkey.remove': ['Remove {name}', '删除{name}'],
  'cloud.appkey.removeTitle': ['Remove “{name}”?', '删除“{name}”？'],
  'cloud.appkey.removeText': [
    'The studio forgets this Appkey. The project in the console stays as it is.',
    '程序将不再保留该 Appkey。控制台中的项目不受影响。',
  ],
  'cloud.appkey.model': ['Model chosen in the console', '在控制台中选定的模型'],
  'cloud.appkey.modelUnknown': ['Model not known', '未填写模型'],

  'cloud.model.search': [
    'Search by language, dialect or name of the model',
    '按语种、方言或模型名称搜索',
  ],
  'cloud.model.list': ['Models', '模型列表'],
  'cloud.model.count': ['{count} {count|model|models}', '{count} 个模型'],
  'cloud.model.none': ['No model of the vendor’s table fits.', '没有匹配的模型。'],
  'cloud.model.unknown': ['Not known', '不清楚'],
  'cloud.model.unknownHint': [
    'Without it the studio cannot say which parameters the project supports, nor convert recordings to the sample rate of its model.',
    '不填写时，无法判断该项目支持哪些参数，也无法将录音转换为其模型的采样率。',
  ],
  'cloud.model.rate': ['{rate} kHz', '{rate} kHz'],
  'cloud.mark.punctuation': ['Punctuation', '标点'],
  'cloud.mark.itn': ['ITN', '数字规整'],
  'cloud.mark.itn.hint': ['Inverse text normalisation: “20” for “twenty”', '逆文本规整（ITN）'],
  'cloud.mark.disfluency': ['Fillers left out', '过滤语气词'],
  'cloud.mark.disfluency.hint': ['Removes “er” and repeated words', '去除语气词和重复词'],
  'cloud.mark.semantic': ['Semantic breaks', '语义断句'],
  'cloud.mark.alignment': ['Word times', '时间戳校准'],
  'cloud.mark.alignment.hint': [
    'Timestamp alignment: times of words are measured',
    '时间戳校准：词语时间为实测',
  ],
  'cloud.mark.notSupported': ['not supported: {feature}', '不支持：{feature}'],

  'cloud.bucket': ['Storage (OSS)', '对象存储 OSS'],
  'cloud.bucket.hint': [
    'File transcription fetches recordings from a bucket of yours. Flash needs none.',
    '录音文件识别需要先将录音上传到您的存储空间。极速版不需要。',
  ],
  'cloud.bucket.name': ['Bucket', '存储空间（Bucket）'],
  'cloud.bucket.region': ['Region of the bucket', '存储空间的地域'],
  'cloud.bucket.endpoint': ['Address of a storage of your own', '自有存储服务的地址'],
  'cloud.bucket.keeps': [
    'Keep uploads in the bucket after the result is here',
    '获得结果后仍保留已上传的文件',
  ],
  'cloud.advanced': ['Advanced', '高级'],

  'cloud.proxy': ['Proxy', '网络代理'],
  'cloud.proxy.hint': [
    'Left empty, HTTP_PROXY and HTTPS_PROXY of the environment count; without them, on the desktop, the proxy of the system.',
    '留空时使用环境变量 HTTP_PROXY 和 HTTPS_PROXY 中的代理；如未设置，桌面程序使用系统代理。',
  ],
  'cloud.proxy.url': ['Address', '代理地址'],
  'cloud.proxy.username': ['User name', '用户名'],
  'cloud.proxy.password': ['Password', '密码'],
  'cloud.proxy.entered': ['Password entered', '已填写密码'],
  'cloud.proxy.removeTitle': ['Remove the password of the proxy?', '删除代理密码？'],
  'cloud.proxy.removeText': [
    'The studio forgets it here and in the keychain.',
    '将从本程序和钥匙串中删除。',
  ],

  'cloud.check': ['Test', '测试'],
  'cloud.check.run': ['Test connection', '测试连接'],
  'cloud.check.again': ['Test again', '重新测试'],
  'cloud.check.hint': [
    'Sends a second of made-up sound to the service, and a small file to the bucket, which is deleted again.',
    '将向语音服务发送一秒钟合成的声音，并向存储空间写入一个随后删除的小文件。',
  ],
  'cloud.check.needs': ['Enter an AccessKey or a token first.', '请先填写 AccessKey 或 Token。'],
  'cloud.check.appkeyUsed': ['With the Appkey', '使用的 Appkey'],
  'cloud.check.steps': ['Steps of the test', '测试步骤'],
  'cloud.check.running': ['Testing…', '正在测试…'],
  'cloud.check.cancel': ['Cancel', '取消'],
  'cloud.check.cancelling': ['Cancelling…', '正在取消…'],
  'cloud.check.cancelled': ['The test was cancelled.', '测试已取消。'],
  'cloud.check.passed': ['Everything that was tested works.', '测试的各项均正常。'],
  'cloud.check.failed': [
    '{count} {count|step|steps} failed. Nothing of yours was changed.',
    '{count} 项未通过。未改动您的任何内容。',
  ],
  'cloud.check.step.clock': ['Clock', '系统时钟'],
  'cloud.check.step.token': ['Token', '获取 Token'],
  'cloud.check.step.appkey': ['Appkey', '项目 Appkey'],
  'cloud.check.step.bucket-write': ['Write to the bucket', '写入存储空间'],
  'cloud.check.step.bucket-read': ['Read from the bucket', '读取存储空间'],
  'cloud.check.step.bucket-delete': ['Delete from the bucket', '从存储空间删除'],
  'cloud.check.state.waiting': ['waiting', '等待中'],
  'cloud.check.state.running': ['running', '进行中'],
  'cloud.check.state.ok': ['works', '正常'],
  'cloud.check.state.failed': ['failed', '未通过'],
  'cloud.check.state.skipped': ['not tested', '未测试'],
  'cloud.check.ahead': [
    'This computer is {seconds} s ahead of Alibaba Cloud.',
    '本机比阿里云快 {seconds} 秒。',
  ],
  'cloud.check.behind': [
    'This computer is {seconds} s behind Alibaba Cloud.',
    '本机比阿里云慢 {seconds} 秒。',
  ],
} as const satisfies Texts;
