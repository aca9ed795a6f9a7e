import type { StudioError } from '@core/errors/studio-error';
import { describeError } from '@contract/describe-error';
import { expect } from '@playwright/test';
import type { StudioWindow } from './pages/studio-window';

/** Looks at how a job tells of its failure: what happened, and what to do, in the window's language. */
export async function expectFailure(
  window: StudioWindow,
  title: string,
  error: StudioError,
): Promise<void> {
  const { happened, next } = describeError(window.locale, error, 'window');
  const alert = window.jobs.job(title).getByRole('alert');
  await expect(alert).toContainText(happened);
  await expect(alert).toContainText(next);
}
