import { findVendorError } from '@isi/find-vendor-error';
import { searchVendorErrors } from '@isi/search-vendor-errors';
import type { VendorFailure } from '@isi/vendor-failure';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('findVendorError', () => {
  const cases: readonly (readonly [VendorFailure, string])[] = [
    // A number means what the service that sent it means.
    [{ service: 'flash', code: 40000004 }, 'flash/40000004'],
    [{ service: 'flash', code: '40270003' }, 'flash/40270003'],
    [{ service: 'file', code: 40270003 }, 'file/40270003'],
    // Several messages share a number.
    [
      { service: 'flash', code: 40000000, text: 'Gateway:CLIENT_ERROR:Empty audio data!' },
      'one-sentence/40000000',
    ],
    [
      { service: 'flash', code: 40000000, text: 'Gateway:CLIENT_ERROR:in post' },
      'general/40000000',
    ],
    [
      { service: 'flash', code: 40000009, text: 'Too large wav header!' },
      'general/40000009-too-large',
    ],
    [{ service: 'flash', code: 40000009, text: 'Invalid wav header!' }, 'general/40000009'],
    [
      { service: 'flash', code: 40010003, text: 'Gateway:DIRECTIVE_INVALID:[x]' },
      'general/40010003',
    ],
    [
      { service: 'flash', code: 40010003, text: "Too many items for 'vocabulary'!(200)" },
      'one-sentence/40010003',
    ],
    // By StatusText: the number of the empty result is not proved (protocol §3.4).
    [
      { service: 'file', code: 21050003, text: 'ASR_RESPONSE_HAVE_NO_WORDS' },
      'file/21050003-no-words',
    ],
    [
      { service: 'file', code: 21050004, text: 'ASR_RESPONSE_HAVE_NO_WORDS' },
      'file/21050003-no-words',
    ],
    [{ service: 'file', code: 'ASR_RESPONSE_HAVE_NO_WORDS' }, 'file/21050003-no-words'],
    [
      { service: 'file', code: 41050029, text: 'ASR_RESPONSE_HAVE_NO_WORDS' },
      'file/21050003-no-words',
    ],
    [{ service: 'file', code: 41050029, text: 'ASR_RESPONSE_HAVE_HO_WORDS' }, 'file/41050029'],
    [{ service: 'file', text: 'UNSUPPORTED_SAMPLE_RATE' }, 'file/41050008'],
    [{ service: 'file', text: 'REQUEST_INVALID_TASK_ID' }, 'file/REQUEST_INVALID_TASK_ID'],
    [{ service: 'file', text: 'RUNNING' }, 'file/21050001'],
    [
      { service: 'flash', text: 'Meta:APPKEY_NOT_EXIST:Appkey not exist!', httpStatus: 400 },
      'general/40020105',
    ],
    // Codes of the API gateway: whole, then by their first part.
    [{ service: 'token', code: 'InvalidAccessKeyId.Inactive' }, 'pop/InvalidAccessKeyId.Inactive'],
    [{ service: 'token', code: 40020503, text: 'No permission!' }, 'pop/40020503'],
    [{ service: 'token', code: 'InvalidAccessKeyId.Gone' }, 'pop/InvalidAccessKeyId.NotFound'],
    [{ service: 'file', code: 'Throttling' }, 'pop/Throttling.User'],
    [{ service: 'file', code: 'Throttling.Api' }, 'pop/Throttling.User'],
    [{ service: 'file', code: 'MissingTask' }, 'pop/Missing{ParameterName}'],
    [{ service: 'token', code: 'SignatureDoesNotMatchError' }, 'pop/SignatureDoesNotMatch'],
    [{ service: 'token', code: 'InternalError' }, 'pop/InternalError'],
    [{ service: 'oss', code: 'InternalError' }, 'oss/ServiceUnavailable'],
    [{ service: 'oss', code: 'SignatureDoesNotMatch' }, 'oss/SignatureDoesNotMatch'],
    [{ service: 'oss', code: 'AccessDenied', text: 'AccessDenied' }, 'oss/AccessDenied'],
    [
      {
        service: 'oss',
        code: 'AccessDenied',
        text: 'The bucket … must be addressed using the specified endpoint. Please …',
      },
      'oss/AccessDenied-endpoint',
    ],
    [
      {
        service: 'oss',
        code: 'InvalidArgument',
        text: 'Invalid signing region in Authorization header.',
      },
      'oss/InvalidArgument-region',
    ],
    [{ service: 'flash', httpStatus: 403 }, 'general/403'],
    [{ service: 'flash', code: '403', httpStatus: 403 }, 'general/403'],
    [{ service: 'sdk', code: 240002 }, 'sdk/240002'],
    // What no table has.
    [{ service: 'oss', code: 'InvalidArgument', httpStatus: 400 }, 'oss/InvalidArgument'],
    [{ service: 'oss', code: 'NeverHeardOf', httpStatus: 400 }, 'family/storage'],
    [{ service: 'flash', code: 49999999 }, 'family/client'],
    [{ service: 'flash', code: 59999999 }, 'family/server'],
    [{ service: 'file', code: 59999999 }, 'family/server-task'],
    [{ service: 'file', code: 21050009 }, 'family/running'],
    [{ service: 'file', code: 49999999, text: 'SUCCESS' }, 'family/client'],
    [{ service: 'token', httpStatus: 403 }, 'family/forbidden'],
    [{ service: 'flash', httpStatus: 413 }, 'family/too-large'],
    [{ service: 'flash', httpStatus: 429 }, 'family/throttled'],
    [{ service: 'flash', httpStatus: 502 }, 'family/server'],
    [{ service: 'oss', httpStatus: 503 }, 'family/storage-server'],
    [{ service: 'oss', httpStatus: 403 }, 'family/storage-forbidden'],
    [{ service: 'token', code: 'Never.Heard.Of', httpStatus: 400 }, 'family/client'],
    [{ service: 'file', text: 'some words' }, 'family/unknown'],
  ];

  it.each(cases)('finds of %j the row %s', (failure, id) => {
    expect(findVendorError(failure).id).toBe(id);
  });

  it('has something to say of whatever comes', () => {
    fc.assert(
      fc.property(
        fc.record(
          {
            service: fc.constantFrom('token', 'flash', 'file', 'oss', 'sdk'),
            code: fc.oneof(fc.integer(), fc.string(), fc.integer({ min: 1e7, max: 1e8 })),
            text: fc.string(),
            httpStatus: fc.integer({ min: 100, max: 599 }),
          },
          { requiredKeys: ['service'] },
        ),
        (failure) => {
          const { cause, remedy } = findVendorError(failure);
          expect([...cause, ...remedy].every((text) => text !== '')).toBe(true);
        },
      ),
    );
  });
});

describe('searchVendorErrors', () => {
  const find = (text: string): string[] => searchVendorErrors(text).map(({ id }) => id);

  it('finds a code by itself only, in every service that has it', () => {
    expect(find('40000004')).toEqual(['flash/40000004', 'one-sentence/40000004']);
    expect(find('throttling.user')).toEqual(['pop/Throttling.User']);
  });

  it('finds parts of names, codes and texts in both languages', () => {
    expect(find('4105')).toContain('file/41050002');
    expect(find('appkey_uid')).toEqual(['general/40020106']);
    expect(find('欠费')).toContain('general/40000010');
    expect(find('trial over')).toContain('general/40000010');
    expect(find('no such words anywhere')).toEqual([]);
  });

  it('gives all of them for nothing', () => {
    expect(find('').length).toBeGreaterThanOrEqual(127);
  });
});
