import type { Texts } from '../texts';

/** What happened and what to do next, of the way to a service. */
export const networkErrorTexts = {
  'error.network/unreachable.happened': [
    '{host} cannot be reached ({reason}).',
    '无法连接 {host}（{reason}）。',
  ],
  'error.network/unreachable.next': [
    'Check the network, the address and the proxy, then try again.',
    '请检查网络、地址和代理，然后重试。',
  ],
  'error.network/timed-out.happened': ['{host} did not answer in time.', '{host} 未及时响应。'],
  'error.network/timed-out.next': [
    'Try again; on a slow network send a smaller file or use the file engine.',
    '请重试；网络较慢时请发送较小的文件，或使用录音文件识别引擎。',
  ],
  'error.network/tls.happened': [
    'The connection to {host} is not secure ({reason}).',
    '与 {host} 的连接不安全（{reason}）。',
  ],
  'error.network/tls.next': [
    'Check the clock, and whether a proxy or a virus scanner stands in between. Nothing was sent.',
    '请检查系统时钟，以及是否有代理或杀毒软件介入。未发送任何内容。',
  ],
  'error.network/proxy.happened': [
    'The proxy {host} cannot be reached ({reason}).',
    '无法连接代理 {host}（{reason}）。',
  ],
  'error.network/proxy.next': [
    'Check address and port of the proxy, and whether it runs. Nothing was sent.',
    '请检查代理的地址和端口，以及代理是否在运行。未发送任何内容。',
  ],
} as const satisfies Texts;
