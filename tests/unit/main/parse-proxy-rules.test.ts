import { expect, it } from 'vitest';
import { parseProxyRules } from '../../../electron/main/parse-proxy-rules';

it.each([
  ['DIRECT', undefined],
  ['', undefined],
  ['PROXY proxy.example:3128', 'http://proxy.example:3128'],
  ['PROXY proxy.example:3128; DIRECT', 'http://proxy.example:3128'],
  ['HTTPS secure.example:443;PROXY second:80', 'https://secure.example:443'],
  ['SOCKS5 old.example:1080; PROXY proxy.example:3128', 'http://proxy.example:3128'],
  ['SOCKS old.example:1080', undefined],
  ['DIRECT; PROXY proxy.example:3128', undefined],
])('reads what the system says of its proxy: %s', (rules, address) => {
  expect(parseProxyRules(rules)).toBe(address);
});
