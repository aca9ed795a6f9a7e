import { describe, expect, it } from 'vitest';
import { listMissing } from '../../../../renderer/src/features/transcribe/describe-missing';

describe('what an account lacks', () => {
  it('is named once, as a person knows it', () => {
    const missing = (data: { readonly missing: string | string[] }): string[] =>
      listMissing({ code: 'credentials/missing', data });
    expect(missing({ missing: ['ALIYUN_AK_ID', 'ALIYUN_AK_SECRET'] })).toEqual([
      'transcribe.missing.accessKey',
    ]);
    expect(missing({ missing: 'ZIMU_OSS_BUCKET' })).toEqual(['transcribe.missing.bucket']);
    expect(missing({ missing: 'SOMETHING_NEW' })).toEqual([]);
    expect(listMissing({ code: 'credentials/locked', data: {} })).toEqual([]);
  });
});
