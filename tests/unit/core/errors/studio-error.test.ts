import { errorCodes, exitCodeOf } from '@core/errors/error-codes';
import {
  errorFromJson,
  errorToJson,
  isCancelled,
  StudioError,
  toStudioError,
} from '@core/errors/studio-error';
import { describe, expect, it } from 'vitest';

describe('errors', () => {
  it('cross a boundary as JSON with code, data and cause', () => {
    const error = new StudioError('media/unreadable', 'broken', {
      data: { path: '/x', tries: [1, 2] },
      cause: new Error('ffprobe said no'),
    });
    const copy = errorFromJson(JSON.parse(JSON.stringify(errorToJson(error))));
    expect(copy).toBeInstanceOf(StudioError);
    expect(errorToJson(copy)).toEqual(errorToJson(error));
    expect(copy.cause).toBe('ffprobe said no');
  });

  it.each([undefined, null, 7, 'text', {}, { name: 'StudioError', code: 'made/up' }])(
    'that are none (%j) become internal ones',
    (value) => {
      expect(errorFromJson(value).code).toBe('internal');
      expect(toStudioError(value).code).toBe('internal');
    },
  );

  it('tell a stop by a person from a failure', () => {
    expect(isCancelled(new StudioError('job/cancelled', ''))).toBe(true);
    expect(isCancelled(new StudioError('internal', ''))).toBe(false);
    expect(isCancelled(new Error('job/cancelled'))).toBe(false);
  });

  it('each have the exit code of their group', () => {
    const byGroup: Record<string, number> = {};
    for (const code of errorCodes) byGroup[code.split('/')[0]!] = exitCodeOf(code);
    expect(byGroup).toEqual({
      internal: 1,
      usage: 2,
      address: 2,
      job: 5,
      media: 3,
      text: 3,
      tool: 4,
      engine: 4,
      network: 4,
      storage: 4,
      credentials: 4,
      model: 4,
      rules: 2,
      settings: 4,
      output: 6,
      cache: 6,
      project: 6,
      file: 2,
      host: 4,
    });
  });
});
