import type { Texts } from '../texts';

/** What happened and what to do next, where a recording was named by its web address. */
export const addressErrorTexts = {
  'error.address/not-http.happened': [
    'A web address begins with http:// or https://; this one does not: {address}',
    '网络地址须以 http:// 或 https:// 开头，此地址不是：{address}',
  ],
  'error.address/not-http.next': [
    'Name a file of this computer by its path, or copy the address from the browser.',
    '本机文件请直接写路径；网络地址请从浏览器中复制。',
  ],
  'error.address/not-http.next.window': [
    'Copy the address from the browser. A file of this computer is opened with File → Open.',
    '请从浏览器中复制地址。本机文件请用“文件 → 打开”。',
  ],
  'error.address/blanks.happened': [
    'There is a blank in the address: {address}',
    '地址中有空格：{address}',
  ],
  'error.address/blanks.next': [
    'Write %20 instead of each blank, or give the recording a name without blanks; in a terminal put the address in quotes.',
    '请将每个空格写成 %20，或将录音改为不含空格的名称；在终端中请给地址加引号。',
  ],
  'error.address/blanks.next.window': [
    'Write %20 instead of each blank, or give the recording a name without blanks.',
    '请将每个空格写成 %20，或将录音改为不含空格的名称。',
  ],
  'error.address/characters.happened': [
    'The address holds a character that may not stand there: {character} ({address})',
    '地址中含有不允许直接出现的字符：{character}（{address}）',
  ],
  'error.address/characters.next': [
    'Copy the address from the browser, which escapes such characters ({character} as {escape}); write a Chinese domain name in its xn-- form.',
    '请从浏览器中复制地址，浏览器会对此类字符转义（{character} 写成 {escape}）；中文域名请使用 xn-- 形式。',
  ],
  'error.address/password.happened': [
    'The address holds a user name or password: {address}',
    '地址中含有用户名或密码：{address}',
  ],
  'error.address/password.next': [
    'The service would be told it too. Use a signed link that ends by itself, or download the recording and choose the file.',
    '服务方也会看到它。请使用会自动失效的签名链接，或下载录音后选择该文件。',
  ],
  'error.address/unreadable.happened': [
    'This is no web address: {address}',
    '这不是有效的网络地址：{address}',
  ],
  'error.address/unreadable.next': [
    'Copy the whole address from the browser, such as https://example.com/talk.wav.',
    '请从浏览器中复制完整地址，例如 https://example.com/talk.wav。',
  ],
  'error.address/ip-address.happened': [
    'The address has an IP address in place of a domain name: {address}',
    '地址中使用了 IP 地址而不是域名：{address}',
  ],
  'error.address/ip-address.next': [
    'The service only fetches from domain names. Use the name of the server, put the recording into OSS, or download it and choose the file.',
    '服务只从域名下载录音。请使用服务器的域名，或将录音放到 OSS，或下载后选择该文件。',
  ],
  'error.media/link-not-found.happened': [
    'There is nothing at {address} (the server said {status}).',
    '{address} 处没有内容（服务器返回 {status}）。',
  ],
  'error.media/link-not-found.next': [
    'Open the address in a browser to check it, then try again.',
    '请在浏览器中打开该地址进行检查，然后重试。',
  ],
  'error.media/link-forbidden.happened': [
    'The recording at {address} is not public (the server said {status}).',
    '{address} 处的录音不公开（服务器返回 {status}）。',
  ],
  'error.media/link-forbidden.next': [
    'Make it public, or use a signed link that still works; the service has no password. Or download it and choose the file.',
    '请将其设为公开，或使用仍有效的签名链接；服务无法输入密码。也可以下载后选择该文件。',
  ],
  'error.media/link-failed.happened': [
    'The server does not give out {address} (it said {status}).',
    '服务器未提供 {address}（返回 {status}）。',
  ],
  'error.media/link-failed.next': [
    'Try again later; if it leads elsewhere, use the address at which the browser ends up.',
    '请稍后重试；如果它跳转到别处，请使用浏览器最终停留的地址。',
  ],
  'error.media/link-web-page.happened': [
    '{address} is a web page, not a recording.',
    '{address} 是网页，不是录音。',
  ],
  'error.media/link-web-page.next': [
    'Open it and copy the address of the download itself. If it asks you to sign in, download the recording and choose the file.',
    '请打开网页，复制下载链接本身的地址。如果需要登录，请下载录音后选择该文件。',
  ],
  'error.media/link-no-length.happened': [
    'The server does not say how long {address} is (no Content-Length), and the service does not fetch such files.',
    '服务器没有说明 {address} 的长度（缺少 Content-Length），服务不会下载这样的文件。',
  ],
  'error.media/link-no-length.next': [
    'Put the recording where files are stored, such as OSS, or download it and choose the file.',
    '请将录音放到 OSS 等文件存储中，或下载后选择该文件。',
  ],
  'error.media/link-wrong-length.happened': [
    'The server gives two lengths for {address}: {said} bytes and {found} bytes.',
    '服务器对 {address} 给出了两个长度：{said} 字节和 {found} 字节。',
  ],
  'error.media/link-wrong-length.next': [
    'Wait until the file is there as a whole. If that does not help, download it and choose the file.',
    '请等待文件上传完整后再试。如果仍不行，请下载后选择该文件。',
  ],
  'error.media/link-too-large.happened': [
    'The recording at {address} has {megabytes} MB; the engine "{engine}" fetches {most} MB at most.',
    '{address} 处的录音有 {megabytes} MB；引擎 “{engine}” 最多下载 {most} MB。',
  ],
  'error.media/link-too-large.next': [
    'Download it and choose the file: it is then made smaller, or cut and joined again. The file engine takes more than flash does.',
    '请下载后选择该文件：程序会将其压缩，或分段识别后再拼接。file 引擎支持的文件比 flash 大。',
  ],
  'error.media/link-format.happened': [
    'Neither name nor server tell the format of {address}, which flash has to know.',
    '无法从名称或服务器得知 {address} 的格式，而 flash 需要知道格式。',
  ],
  'error.media/link-format.next': [
    'Use the file engine, or an address that ends in .wav, .mp3, .mp4, .m4a, .aac or .opus.',
    '请使用 file 引擎，或以 .wav、.mp3、.mp4、.m4a、.aac、.opus 结尾的地址。',
  ],
  'error.engine/needs-file.happened': [
    'The engine "{engine}" hears files of this computer only, no web addresses.',
    '引擎 “{engine}” 只能识别本机文件，不能识别网络地址。',
  ],
  'error.engine/needs-file.next': [
    'Download the recording and name the file, or choose --engine file or --engine flash.',
    '请下载录音后指定该文件，或选择 --engine file 或 --engine flash。',
  ],
  'error.engine/needs-file.next.window': [
    'Choose the file or the flash engine, or download the recording and open the file.',
    '请选择 file 或 flash 引擎，或下载录音后打开该文件。',
  ],
} as const satisfies Texts;
