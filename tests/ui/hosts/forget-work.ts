import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { StudioSettings } from '@contract/api';
import type { StudioClient } from '@contract/client';
import { hasEnded } from '@core/jobs/job-state';

/**
 * Takes everything out of a running studio that tests have put there, by the calls that a window
 * makes, so that the next test finds no work in it. Peaks and what is known of a file stay in the
 * cache, as do the places of files that were opened once.
 * @param client calls the studio
 * @param home its data folder
 * @param settings those it began with, which it has again afterwards
 */
export async function forgetWork(
  client: StudioClient,
  home: string,
  settings?: StudioSettings,
): Promise<void> {
  for (const job of await client.call('jobs.list', {})) {
    if (!hasEnded(job)) await client.call('jobs.cancel', { jobId: job.id });
  }
  while (!(await client.call('jobs.list', {})).every(hasEnded)) await setTimeout(50);
  for (const { id } of await client.call('jobs.list', {})) {
    await client.call('jobs.dismiss', { jobId: id });
  }
  for (const { id } of await client.call('projects.list', {})) {
    await client.call('projects.remove', { projectId: id });
  }
  const cleared = Object.keys(await client.call('settings.read', {})) as (keyof StudioSettings)[];
  if (cleared.length > 0) await client.call('settings.update', { changes: {}, cleared });
  if (settings !== undefined) await client.call('settings.update', { changes: settings });
  if (settings === undefined) rmSync(join(home, 'settings.json'), { force: true });
  const uploads = join(home, 'uploads');
  for (const name of existsSync(uploads) ? readdirSync(uploads) : []) {
    rmSync(join(uploads, name), { recursive: true, force: true });
  }
}
