import { join, resolve } from 'node:path';
import { makeMedia } from '../helpers/make-media';
import { expect, test } from './studio-test';

const speech = resolve(import.meta.dirname, '../fixtures/audio/brief-english.flac');

const nothing = { languages: ['en'], steps: [{ stage: 'transcribing', fraction: 1 }] };
const words = { beginMs: 300, endMs: 1_100, text: 'Good morning.' };

test.use({ script: nothing });

test('a sound track in which nothing is said names the other one, which is chosen, heard and played', async ({
  studio,
}) => {
  const { window, page, scratch } = studio;
  const { transcribe, jobs, player, table, text } = window;
  const talk = join(scratch, 'talk.mkv');
  makeMedia(talk, [
    ...['-f', 'lavfi', '-i', 'anullsrc=r=16000:cl=mono', '-i', speech, '-shortest'],
    ...['-map', '0:a', '-map', '1:a', '-c:a', 'flac'],
    ...['-metadata:s:a:0', 'language=eng', '-metadata:s:a:1', 'language=ger'],
  ]);
  await window.drop([talk]);
  // The dialog in which a recording is opened has the choice already.
  const inDialog = transcribe.dialog.getByRole('combobox', { name: text('track.label') });
  await expect(inDialog).toContainText('1: English');
  await transcribe.engine('scripted').click();
  await transcribe.startButton.click();
  const job = jobs.job('talk');
  await expect(job).toContainText('2: German, FLAC, mono', { timeout: 30_000 });
  const played = (): Promise<string> =>
    page.evaluate(() => document.querySelector('audio')?.getAttribute('src') ?? '');
  const first = await played();

  await job.getByRole('button', { name: text('track.choose') }).click();
  await transcribe.choose(inDialog, '2: German');
  await expect(inDialog).toContainText('2: German');
  studio.setScript({ ...nothing, steps: [{ fraction: 1, segments: [words] }] });
  await transcribe.startButton.click();
  const inPlayer = player.bar.getByRole('combobox', { name: text('track.label') });
  await expect(inPlayer).toContainText('2: German');
  await expect(table.rows.first()).toBeVisible({ timeout: 30_000 });
  // A copy with this track alone, since an element plays the first one.
  await expect.poll(played).not.toBe(first);
  expect(await player.duration()).toBeGreaterThan(1);

  // Another one again: the text stays, to transcribe anew is offered, and undo chooses as before.
  await transcribe.choose(inPlayer, '1: English');
  const notices = page.getByRole('region', { name: text('app.notices') });
  await expect(notices).toContainText('Sound track 1: English');
  await expect(
    notices.getByRole('button', { name: text('command.file.transcribe') }),
  ).toBeVisible();
  await expect(table.rows.first()).toBeVisible();
  await window.press('edit.undo');
  await expect(inPlayer).toContainText('2: German');
});
