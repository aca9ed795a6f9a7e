import { listMissing } from '@isi/list-missing';
import { describeError } from '@contract/describe-error';
import { describe, expect, it } from 'vitest';

describe('what an account lacks', () => {
  it('is named once, as a person knows it', () => {
    const list = (missing: string): string[] =>
      listMissing({ code: 'credentials/missing', data: { missing } });
    expect(list('ALIYUN_AK_ID, ALIYUN_AK_SECRET')).toEqual(['transcribe.missing.accessKey']);
    expect(list('ZIMU_OSS_BUCKET')).toEqual(['transcribe.missing.bucket']);
    expect(list('SOMETHING_NEW')).toEqual([]);
    expect(listMissing({ code: 'credentials/locked', data: {} })).toEqual([]);
  });

  it.each(['ALIYUN_AK_ID, ALIYUN_AK_SECRET', 'ZIMU_ISI_APPKEY', 'ZIMU_OSS_BUCKET'])(
    'is said of %s with the settings in the window and with variables in a terminal',
    (missing) => {
      const error = { code: 'credentials/missing', data: { missing } } as const;
      const inWindow = describeError('en', error, 'window');
      expect(inWindow.next).toContain('Settings → Alibaba Cloud');
      expect(describeError('zh-CN', error, 'window').next).toContain('设置 → 阿里云');
      for (const locale of ['en', 'zh-CN'] as const) {
        const { happened, next } = describeError(locale, error, 'window');
        expect(happened + next).not.toMatch(/ALIYUN_|ZIMU_|\{/);
      }
      const inTerminal = describeError('en', error);
      expect(inTerminal.happened).toContain(missing);
      expect(inTerminal.next).toContain(`Set ${missing}, or`);
    },
  );

  it('reads as a sentence', () => {
    const error = {
      code: 'credentials/missing',
      data: { missing: 'ALIYUN_AK_ID, ALIYUN_AK_SECRET' },
    } as const;
    expect(describeError('en', error, 'window').happened).toBe(
      'Your account of Alibaba Cloud is not complete here. Missing: an AccessKey.',
    );
  });
});
