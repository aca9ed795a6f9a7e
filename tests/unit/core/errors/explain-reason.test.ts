import { proxyReasons, toolReasons, usageReasons } from '@core/errors/explain-reason';
import { editRefusals } from '@core/edits/refuse-edit';
import { StudioError, toStudioError } from '@core/errors/studio-error';
import { validateFlashParameters } from '@isi/flash-parameters';
import { describeError } from '@contract/describe-error';
import { describe, expect, it } from 'vitest';
import { readEndpoints } from '../../../../electron/isi/client/endpoints';
import { checkFileLink } from '../../../../electron/isi/client/file/check-file-link';
import { chooseProxy } from '../../../../electron/isi/client/http/proxy';

function caught(work: () => unknown): StudioError {
  try {
    work();
  } catch (thrown) {
    return toStudioError(thrown);
  }
  throw new Error('nothing was thrown');
}

/** What both languages say, without what is no word of them: names, addresses, values. */
function describeBoth(error: StudioError): { readonly english: string; readonly chinese: string } {
  const [english, chinese] = (['en', 'zh-CN'] as const).map((locale) => {
    const { happened, next } = describeError(locale, error);
    return `${happened} | ${next}`;
  });
  return { english: english!, chinese: chinese! };
}

const throughProxy = (url: string) => () =>
  chooseProxy(new URL('https://a.test/'), undefined, { HTTPS_PROXY: url });

describe('a reason that a person reads', () => {
  it.each([
    [
      throughProxy('socks5://me:secret@p.test:1080'),
      '"socks5" is not a supported proxy scheme (proxy p.test:1080)',
      'http_proxy, https_proxy and all_proxy',
      '不支持代理协议 “socks5”（代理 p.test:1080）',
    ],
    [throughProxy('me:secret@p.test:99999'), 'cannot be read', 'all_proxy', '无法识别代理的地址'],
    [throughProxy('http://'), 'cannot be read', 'http_proxy', '无法识别代理的地址'],
    [
      () => readEndpoints({ ZIMU_ISI_REGION: 'cn-nowhere' }),
      'ZIMU_ISI_REGION: this is no region of the service (cn-shanghai, cn-beijing, cn-shenzhen)',
      'Correct it',
      'ZIMU_ISI_REGION：不是该服务的地域 (cn-shanghai',
    ],
    [
      () => readEndpoints({ ZIMU_ISI_META_ENDPOINT: 'https://h/secret' }),
      'ZIMU_ISI_META_ENDPOINT: this address may have no path',
      'Correct it',
      '不能带路径',
    ],
    [
      () => readEndpoints({ ZIMU_ISI_FLASH_ENDPOINT: 'https://h/x?token=secret' }),
      'may have no query',
      'Correct it',
      '不能带查询参数',
    ],
    [
      () => readEndpoints({ ZIMU_OSS_ENDPOINT: 'ftp://h' }),
      'begins with http:// or https://',
      'Correct it',
      '须以 http:// 或 https:// 开头',
    ],
    [
      () => readEndpoints({ ZIMU_OSS_BUCKET: 'Bad secret' }),
      'ZIMU_OSS_BUCKET: the name of a bucket has 3 to 63 small letters',
      'Correct it',
      'ZIMU_OSS_BUCKET：存储空间名称须为',
    ],
    [
      () => checkFileLink('file_link', 'http://10.0.0.1/?Signature=secret'),
      'file_link: the service takes a domain name, no IP address',
      'Nothing was sent',
      'file_link：服务只接受域名',
    ],
    [
      () => validateFlashParameters({ format: 'wav', sentence_max_length: 99 }),
      'sentence_max_length: out of range (4..50)',
      'Correct it',
      'sentence_max_length：超出取值范围 (4..50)。',
    ],
  ])('is told in the language of the person: %o', (work, happened, next, inChinese) => {
    const { english, chinese } = describeBoth(caught(work));
    expect(english).toContain(happened);
    expect(english).toContain(next);
    expect(chinese).toContain(inChinese);
    expect(english + chinese).not.toMatch(/secret/);
  });

  it('has no sentence of English in Chinese, and nothing that is not filled', () => {
    const data = {
      ...{ host: 'HOST:1', scheme: 'SOCKS', status: 403, tool: 'TOOL', path: 'PATH' },
      ...{ parameter: 'NAME', allowed: '1..2', problem: 'an English sentence of ours' },
    };
    const errors = [
      ...proxyReasons.map(
        (reason) => new StudioError('network/proxy', '', { data: { ...data, reason } }),
      ),
      ...toolReasons.map(
        (reason) => new StudioError('tool/refused', '', { data: { ...data, reason } }),
      ),
      ...usageReasons.map(
        (reason) => new StudioError('usage/invalid', '', { data: { ...data, reason } }),
      ),
      ...editRefusals.map(
        (reason) => new StudioError('usage/invalid', '', { data: { problem: 'of ours', reason } }),
      ),
    ];
    for (const error of errors) {
      const { english, chinese } = describeBoth(error);
      expect(english + chinese).not.toMatch(/[{}]|undefined/);
      // Two words of Latin letters side by side are a piece of a sentence.
      expect(chinese).not.toMatch(/[a-z]{2,} [a-z]{2,}/);
    }
  });

  it('that has no text of its own is told as before', () => {
    const error = new StudioError('network/proxy', '', {
      data: { host: 'p.test:1', reason: 'ECONNREFUSED' },
    });
    expect(describeError('zh-CN', error).happened).toBe('无法连接代理 p.test:1（ECONNREFUSED）。');
    const usage = new StudioError('usage/invalid', '', { data: { problem: '缺少文件' } });
    expect(describeError('zh-CN', usage).happened).toBe('缺少文件');
  });
});
