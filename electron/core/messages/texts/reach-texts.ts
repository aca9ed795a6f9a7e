import type { Texts } from '../texts';

/** Addresses that lead to this computer or its own network. */
export const reachTexts = {
  'error.address/private-host.happened': [
    'The address leads to {host}, which is this computer or in its own network ({address}).',
    '该地址指向 {host}，位于本机或其所在的内部网络（{address}）。',
  ],
  'error.address/private-host.next': [
    'Nothing was fetched. If that is where the recording is, give the address at {host} itself; otherwise do not trust the link.',
    '未下载任何内容。如果录音确实在那里，请直接给出 {host} 上的地址；否则请勿信任此链接。',
  ],
  'error.address/private-host.next.window': [
    'Nothing was fetched. If you trust {host}, open the address again and confirm it.',
    '未下载任何内容。如果您信任 {host}，请重新打开该地址并确认。',
  ],
  'error.address/own-studio.happened': [
    'The address leads to {host}, which is this program itself.',
    '该地址指向 {host}，即本程序自身。',
  ],
  'error.address/own-studio.next': [
    'There is no recording to fetch there. Copy the address of the recording itself.',
    '那里没有可下载的录音。请复制录音本身的地址。',
  ],
  'projects.reach.title': ['Fetch from {host}?', '要从 {host} 下载吗？'],
  'projects.reach.computer': [
    'This is a program on this computer ({address}), not a server on the internet. Fetch from it only if you know what answers there.',
    '这是本机上的程序（{address}），而不是互联网上的服务器。请确认了解它之后再下载。',
  ],
  'projects.reach.network': [
    'This server is in your own network ({address}), not on the internet. Fetch from it only if you know it.',
    '这台服务器位于您的内部网络（{address}），而不在互联网上。请确认了解它之后再下载。',
  ],
  'projects.reach.led': [
    'You asked for {asked}, which leads there.',
    '您要打开的是 {asked}，它跳转到了那里。',
  ],
  'projects.reach.fetch': ['Fetch', '下载'],
} as const satisfies Texts;
