import { describe, expect, test } from 'vitest';
import { whyEmpty } from '@core/jobs/notice-roles';

describe('why a recording has no text', () => {
  test('is what its remarks say', () => {
    expect(whyEmpty([{ kind: 'too-quiet' }])).toBe('job.tooQuiet');
    expect(whyEmpty([{ kind: 'channels-differ' }, { kind: 'other-language' }])).toBe(
      'job.otherLanguage',
    );
  });

  test('is not known where none of them gives a reason', () => {
    expect(whyEmpty([])).toBeUndefined();
    expect(whyEmpty([{ kind: 'other-tracks' }])).toBeUndefined();
  });
});
