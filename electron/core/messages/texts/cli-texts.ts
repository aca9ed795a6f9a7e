import type { Texts } from '../texts';

/** Texts of the command line. */
export const cliTexts = {
  'cli.error': ['error', '错误'],
  'cli.next': ['What to do:', '怎么办：'],
  'cli.summary': [
    'Turns recordings into checked, timed text. Works offline.',
    '把录音变成经过校对、带时间的文字。可离线使用。',
  ],
  'cli.usage': ['Usage:', '用法：'],
  'cli.commands': ['Commands:', '命令：'],
  'cli.options': ['Options:', '选项：'],
  'cli.exitCodes': ['Exit codes:', '退出码：'],
  'cli.exitCodeList': [
    '0 done · 1 bug · 2 wrong usage · 3 the recording or text cannot be read · 4 engine, credentials or a missing tool · 5 cancelled · 6 the result exists or cannot be written',
    '0 完成 · 1 程序缺陷 · 2 用法错误 · 3 录音或文本无法读取 · 4 引擎、凭证或缺少工具 · 5 已取消 · 6 结果已存在或无法写入',
  ],
  'cli.environment': ['Environment:', '环境变量：'],
  'cli.account': [
    'Environment, for an account at Alibaba Cloud (it wins over the settings):',
    '环境变量，用于阿里云账号（优先于设置）：',
  ],
  'cli.help.transcribe': [
    'write what is said in recordings as timed text; of the web with --engine flash or file',
    '把录音中的话写成带时间的文字；网络地址须用 --engine flash 或 file',
  ],
  'cli.help.align': [
    'give every word of a known text, or cues as they are, their times in a recording (JSON, or as --out ends); - or a pipe for the text',
    '为已知文本的每个词或原样的字幕标出在录音中的时间（JSON，或按 --out 的扩展名）；文本可用 - 或管道输入',
  ],
  'cli.help.serve': [
    'open the studio as a page for a browser on this computer',
    '以网页形式在本机的浏览器中打开工作室',
  ],
  'cli.help.port': [
    'port to listen on, on this computer only (default: one that is free)',
    '监听端口，仅限本机（默认自动选择空闲端口）',
  ],
  'cli.help.inWindow': [
    'show it in a window of Chromium or Chrome, or in the default browser; it ends with that window',
    '在 Chromium 或 Chrome 的窗口（或默认浏览器）中显示；关闭窗口即结束',
  ],
  'cli.help.jsonOnly': [
    'print the address as JSON only, nothing for people',
    '只输出 JSON 格式的地址，不输出说明文字',
  ],
  'cli.help.probe': ['show what is in a media file', '显示媒体文件的内容'],
  'cli.help.doctor': [
    'check what Zimu Studio needs on this computer',
    '检查字幕工作室在本机上所需的条件',
  ],
  'cli.help.isi': [
    "Alibaba Cloud's speech service: what its codes mean, a token, a test of the account, saved replies (also from - or a pipe), the result of a task (within 72 h)",
    '阿里云智能语音交互：错误码含义、获取 Token、检查账号、导入已保存的结果（也可用 - 或管道输入）、取回任务的结果（72 小时内）',
  ],
  'cli.help.help': ['show this help, or that of one command', '显示帮助，或某个命令的帮助'],
  'cli.help.engine': [
    'who listens, the first where none is named: {engines}',
    '由谁识别，不指定时用第一个：{engines}',
  ],
  'cli.help.model': [
    'model of the local engine: base (default) or tiny (faster, more mistakes)',
    '本地引擎的模型：base（默认）或 tiny（更快，错误更多）',
  ],
  'cli.help.format': [
    'form of the result; by default that of the --out name, else srt',
    '结果格式；默认取 --out 的扩展名，否则为 srt',
  ],
  'cli.help.out': [
    'where the result goes; a folder for several files; - for standard output; by default beside the recording, of a web address in this folder',
    '结果写到哪里；多个文件时为文件夹；- 表示标准输出；默认写在录音旁边，网络地址则写在当前文件夹',
  ],
  'cli.help.outOne': [
    'where the result goes; - for standard output; by default beside the recording',
    '结果写到哪里；- 表示标准输出；默认写在录音旁边',
  ],
  'cli.repair': ['line {line}: {what}', '第 {line} 行：{what}'],
  'cli.moreRepairs': ['and {count} more {count|repair|repairs}', '另有 {count} 处修正'],
  'cli.help.alignFormat': [
    'form of the result; by default that of the --out name, else json',
    '结果格式；默认取 --out 的扩展名，否则为 json',
  ],
  'cli.help.language': [
    'language of the speech, a tag such as en or zh-CN',
    '语音的语言，例如 en 或 zh-CN',
  ],
  'cli.help.maxLine': [
    'longest line of a cue in characters (default 42; 16 for Chinese)',
    '字幕每行最多字符数（默认 42；中文 16）',
  ],
  'cli.help.maxLines': ['most lines of a cue (default 2)', '字幕最多行数（默认 2）'],
  'cli.help.set': [
    'a parameter of the flash or file engine, as listed below; may be given several times',
    'flash 或 file 引擎的参数（见下表），可多次使用',
  ],
  'cli.help.preset': [
    'parameters that were saved under this name in the window; --set wins over them',
    '使用在窗口中以此名称保存的参数；--set 优先',
  ],
  'cli.help.newTask': [
    'file engine: hand in a new task, charged again, instead of going on with a kept one',
    'file 引擎：不继续之前保留的任务，而是重新提交（会再次计费）',
  ],
  'cli.help.resultRegion': [
    'isi result: region in which the task was handed in (default: that of the project)',
    'isi result：提交任务时所在的地域（默认与项目相同）',
  ],
  'cli.parameters': [
    'Parameters of --engine {engine}, for --set:',
    '--engine {engine} 的参数（用于 --set）：',
  ],
  'cli.parameter.facts': [' ({facts})', '（{facts}）'],
  'cli.parameter.and': ['; ', '；'],
  'cli.parameter.byDefault': ['default {value}', '默认 {value}'],
  'cli.parameter.integer': ['whole number', '整数'],
  'cli.parameter.number': ['number', '数值'],
  'cli.parameter.integerIn': ['whole number, {range}', '整数，{range}'],
  'cli.parameter.numberIn': ['number, {range}', '数值，{range}'],
  'cli.parameter.text': ['text', '文本'],
  'cli.parameter.condition': [
    'Counts only with {other}={value}.',
    '仅在 {other}={value} 时起作用。',
  ],
  'cli.set.localEngine': [
    '{option} is for --engine flash and --engine file; the local engine has no parameters.',
    '{option} 只用于 --engine flash 和 --engine file；本地引擎没有参数。',
  ],
  'cli.newTask.otherEngine': [
    '--new-task is for --engine file; the others keep no tasks.',
    '--new-task 只用于 --engine file；其他引擎不保留任务。',
  ],
  'cli.help.force': ['overwrite existing results', '覆盖已有结果'],
  'cli.help.jsonProgress': [
    'progress as one JSON object a line on standard error',
    '在标准错误上逐行输出 JSON 进度',
  ],
  'cli.help.show': [
    'isi token: print the whole token on standard output, for scripts',
    'isi token：在标准输出上打印完整的 Token，供脚本使用',
  ],
  'cli.help.json': ['print JSON for programs', '输出供程序读取的 JSON'],
  'cli.help.debug': ['show stack traces of errors', '显示错误的调用栈'],
  'cli.help.version': ['show the version', '显示版本'],
  'cli.help.home': ['folder of settings, cache and projects', '设置、缓存和项目所在的文件夹'],
  'cli.help.ffmpeg': ['the ffmpeg and ffprobe programs to use', '所用的 ffmpeg 和 ffprobe 程序'],
  'cli.help.locale': [
    'language of these texts: en or zh-CN (by default that of the system)',
    '这些文字的语言：en 或 zh-CN（默认随系统）',
  ],
  'cli.help.account': [
    'the account at Alibaba Cloud; see "zimu help isi"',
    '阿里云账号；见 “zimu help isi”',
  ],
  'cli.help.accessKeyId': ['AccessKey ID of the account', '账号的 AccessKey ID'],
  'cli.help.accessKeySecret': [
    'AccessKey Secret that belongs to it',
    '与之对应的 AccessKey Secret',
  ],
  'cli.help.securityToken': [
    'STS token, where the AccessKey is a temporary one',
    'STS Token，仅临时 AccessKey 需要',
  ],
  'cli.help.token': [
    'token of the speech service, for flash without an AccessKey',
    '语音服务的 Token，没有 AccessKey 时可用于 flash 引擎',
  ],
  'cli.help.appkey': [
    'Appkey of a project of Intelligent Speech Interaction',
    '智能语音交互项目的 Appkey',
  ],
  'cli.help.region': [
    'region of that project: cn-shanghai (default), cn-beijing or cn-shenzhen',
    '该项目的地域：cn-shanghai（默认）、cn-beijing 或 cn-shenzhen',
  ],
  'cli.help.bucket': [
    'OSS bucket through which the file engine sends recordings',
    'file 引擎上传录音所用的 OSS 存储空间',
  ],
  'cli.help.bucketRegion': [
    'region of the bucket (default: that of the project)',
    '存储空间的地域（默认与项目相同）',
  ],
  'cli.unknownCommand': ['There is no command "{command}".', '没有命令 “{command}”。'],
  'cli.unknownOption': [
    'The command "{command}" has no option "{option}".',
    '命令 “{command}” 没有选项 “{option}”。',
  ],
  'cli.optionNeedsValue': ['The option {option} needs a value.', '选项 {option} 需要一个值。'],
  'cli.optionTakesNoValue': ['The option {option} takes no value.', '选项 {option} 不带值。'],
  'cli.needsFile': ['The command "{command}" needs a file.', '命令 “{command}” 需要一个文件。'],
  'cli.needsTwoFiles': [
    'The command "align" needs a recording and a text.',
    '命令 “align” 需要一个录音和一个文本。',
  ],
  'cli.tooManyFiles': [
    'The command "{command}" takes {count} file(s) only.',
    '命令 “{command}” 只接受 {count} 个文件。',
  ],
  'cli.badChoice': ['{option} must be one of: {choices}.', '{option} 必须是以下之一：{choices}。'],
  'cli.badNumber': [
    '{option} must be a whole number from {least} to {most}.',
    '{option} 必须是 {least} 到 {most} 之间的整数。',
  ],
  'cli.stdoutOneFile': [
    'Only one recording can be written to standard output.',
    '标准输出一次只能写一个录音的结果。',
  ],
  'cli.outIsInput': [
    'The result would take the place of a file it is made from: {path}. Choose another name with --out.',
    '结果会取代它的来源文件：{path}。请用 --out 另取一个名字。',
  ],
  'cli.reportIsFile': [
    'The report would take the place of a file that is read or written: {path}. Choose another name with --report.',
    '报告会取代要读取或写入的文件：{path}。请用 --report 另取一个名字。',
  ],
  'cli.stdin': ['standard input', '标准输入'],
  'cli.about': ['{path}: {text}', '{path}：{text}'],
  'cli.outIsFile': [
    'With several recordings, --out must be a folder; {path} is a file.',
    '有多个录音时，--out 必须是文件夹；{path} 是文件。',
  ],
  'cli.wrote': ['wrote {path}', '已写出 {path}'],
  'cli.wrotePartial': ['wrote what was recognised so far: {path}', '已写出目前识别的内容：{path}'],
  'cli.retrying': ['trying again: [{code}] {text}', '正在重试：[{code}] {text}'],
  'cli.remark': ['note: [{code}] {text}', '注意：[{code}] {text}'],
  'cli.noSpeech': [
    'No speech was found in {path}; the result is empty.',
    '在 {path} 中没有发现语音，结果为空。',
  ],
  'cli.nothingRecognised': [
    'Nothing had been recognised yet; no file was written.',
    '还没有识别出内容，未写出文件。',
  ],
  'cli.truncated': [
    'The recording ends early or is damaged; what could be decoded was used: {path}',
    '录音提前结束或已损坏；已使用能解码的部分：{path}',
  ],
  'cli.fileOfFiles': ['[{index}/{count}] {path}', '[{index}/{count}] {path}'],
  'cli.summaryOfMany': ['{done} of {count} recordings done.', '{count} 个录音中完成了 {done} 个。'],
  'cli.serve.ready': [
    'Zimu Studio is at {url}\nPress Ctrl-C to end it; everything is kept.',
    '字幕工作室地址：{url}\n按 Ctrl-C 结束，所有内容都会保留。',
  ],
  'cli.serve.noWindow': [
    'No window can be opened here; open the address above in a browser.',
    '此处无法打开窗口，请在浏览器中打开上面的地址。',
  ],
  'cli.serve.nobodyCame': [
    'No browser has opened the studio so far. It may be slow to start, may not be allowed to read files in the data folder, or does not know addresses that end in .localhost. Open this address yourself, in Chrome, Edge or Firefox: {url}',
    '浏览器尚未打开工作室：可能启动较慢、无权读取数据文件夹中的文件，或无法识别以 .localhost 结尾的地址。请自行用 Chrome、Edge 或 Firefox 打开此地址：{url}',
  ],
  'cli.serve.enter': ['Open Zimu Studio', '打开字幕工作室'],
  'cli.serve.handedOver': [
    'Opened in the studio that is already running: {url}',
    '已在正在运行的工作室中打开：{url}',
  ],
  'cli.serve.portRefused': [
    'The port {port} cannot be used ({reason}). Choose another one with --port.',
    '无法使用端口 {port}（{reason}）。请用 --port 另选一个。',
  ],
  'cli.serve.endedLate': [
    'Some work did not end in time and was cut off. What was saved is safe.',
    '部分工作未能及时结束，已被中断。已保存的内容不受影响。',
  ],
  'cli.serve.locked': [
    'This page belongs to an earlier start of Zimu Studio, or its address is not complete. Open the whole address that the program printed when it started, as it stands: its name is part of the key.',
    '此页面属于之前启动的字幕工作室，或地址不完整。请原样打开程序启动时显示的完整地址：地址中的主机名也是密钥的一部分。',
  ],
  'cli.elapsed': ['{elapsed} elapsed, about {remaining} left', '已用 {elapsed}，约剩 {remaining}'],
} as const satisfies Texts;
