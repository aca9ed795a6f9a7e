import { describe, expect, test } from 'vitest';
import { readEndpoints } from '../../../../electron/isi/client/endpoints';

describe('where the services are, protocol §2.1 and §3.1', () => {
  test('by default Shanghai', () => {
    expect(readEndpoints({ ZIMU_ISI_REGION: ' ' })).toEqual({
      region: 'cn-shanghai',
      meta: 'https://nls-meta.cn-shanghai.aliyuncs.com',
      flash: 'https://nls-gateway-cn-shanghai.aliyuncs.com/stream/v1/FlashRecognizer',
      fileTranscription: 'https://filetrans.cn-shanghai.aliyuncs.com',
      oss: {},
    });
  });

  test('another region, inside of the data centre; tokens always come from Shanghai', () => {
    expect(readEndpoints({}, { region: 'cn-shenzhen', isInternal: true })).toMatchObject({
      meta: 'https://nls-meta.cn-shanghai.aliyuncs.com',
      flash: 'http://nls-gateway-cn-shenzhen-internal.aliyuncs.com/stream/v1/FlashRecognizer',
      fileTranscription: 'https://filetrans.cn-shenzhen.aliyuncs.com',
    });
    expect(readEndpoints({ ZIMU_ISI_REGION: 'cn-beijing' }, { region: 'cn-shenzhen' }).region).toBe(
      'cn-beijing',
    );
  });

  test('every address can be set', () => {
    expect(
      readEndpoints({
        ZIMU_ISI_META_ENDPOINT: 'http://localhost:1/',
        ZIMU_ISI_FLASH_ENDPOINT: 'http://localhost:2/stream/v1/FlashRecognizer',
        ZIMU_ISI_FILETRANS_ENDPOINT: 'https://private.example',
        ZIMU_OSS_ENDPOINT: 'http://localhost:4',
        ZIMU_OSS_BUCKET: 'bucket',
        ZIMU_OSS_REGION: 'cn-beijing',
        ZIMU_OSS_PART_BYTES: '102400',
      }),
    ).toEqual({
      region: 'cn-shanghai',
      meta: 'http://localhost:1',
      flash: 'http://localhost:2/stream/v1/FlashRecognizer',
      fileTranscription: 'https://private.example',
      oss: {
        ...{ endpoint: 'http://localhost:4', bucket: 'bucket', region: 'cn-beijing' },
        partBytes: 102_400,
      },
    });
  });

  test.for([
    ['ZIMU_ISI_REGION', 'cn-hangzhou'],
    ['ZIMU_ISI_META_ENDPOINT', 'localhost:80'],
    ['ZIMU_ISI_META_ENDPOINT', 'https://host/path'],
    ['ZIMU_ISI_FLASH_ENDPOINT', 'ftp://host/stream/v1/FlashRecognizer'],
    ['ZIMU_ISI_FLASH_ENDPOINT', 'https://host/x?token=secret'],
    ['ZIMU_OSS_ENDPOINT', 'https://user:secret@host'],
    ['ZIMU_OSS_BUCKET', 'Bad secret'],
    ['ZIMU_OSS_REGION', 'cn shanghai/secret'],
    ['ZIMU_OSS_PART_BYTES', '102399'],
    ['ZIMU_OSS_PART_BYTES', '5368709121'],
    ['ZIMU_OSS_PART_BYTES', '5 MB secret'],
  ] as const)('%s as %s is refused', ([name, value]) => {
    expect(() => readEndpoints({ [name]: value })).toThrow(new RegExp(`^${name} must be`));
    expect(() => readEndpoints({ [name]: value })).not.toThrow(/secret/);
  });
});
