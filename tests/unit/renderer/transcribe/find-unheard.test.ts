import { StudioError } from '@core/errors/studio-error';
import { describe, expect, it } from 'vitest';
import { findUnheard } from '../../../../renderer/src/features/transcribe/find-unheard';
import type { PlanState } from '../../../../renderer/src/features/transcribe/use-plans';

const loading: PlanState = { state: 'loading' };
const failed = (code: 'media/not-found' | 'host/unreachable' | 'media/not-chosen'): PlanState => ({
  state: 'failed',
  error: new StudioError(code, code),
});

describe('a recording that cannot be heard', () => {
  it('is missing where its file went, whatever the plan says', () => {
    expect(findUnheard({ state: 'missing' }, loading)).toBe('missing');
    expect(findUnheard({ state: 'missing' }, failed('media/not-found'))).toBe('missing');
  });

  it('is one that went since the project was opened, as the plan says', () => {
    expect(findUnheard({ state: 'ready' }, failed('media/not-found'))).toBe('unreadable');
    expect(findUnheard(undefined, failed('media/not-found'))).toBe('unreadable');
  });

  it('is one that a project brought and nobody chose', () => {
    const named = { state: 'missing', isOnlyNamed: true } as const;
    expect(findUnheard(named, loading)).toBe('unreadable');
    expect(findUnheard(named, failed('media/not-chosen'))).toBe('unreadable');
  });

  it('is none of which only a service knows nothing', () => {
    expect(findUnheard({ state: 'ready' }, failed('host/unreachable'))).toBeUndefined();
    expect(findUnheard({ state: 'ready' }, loading)).toBeUndefined();
    expect(findUnheard(undefined, loading)).toBeUndefined();
  });
});
