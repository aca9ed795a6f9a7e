import { join } from 'node:path';
import { cloudSettings, expect, test } from './cloud-test';
import { placeSpeech, writeProject } from './files';

test.use({
  settings: { ...cloudSettings, engine: 'flash' },
  file: async ({ scratch }, use) => {
    const media = placeSpeech(scratch, 'brought.flac');
    await use(
      writeProject(join(scratch, 'brought.zimu'), media, {
        id: 'brought',
        title: 'Brought along',
        sentenceCount: 0,
        durationMs: 6_535,
      }),
    );
  },
});

test('a recording that a project brought is sent when a person allows it', async ({
  studio,
  cloud,
}) => {
  const { window, page } = studio;
  const { transcribe, jobs, text } = window;
  await expect.poll(() => window.player.duration()).toBeGreaterThan(5);
  await window.press('file.transcribe');
  // What holds the start is told beside it, and one begins with the answer.
  await expect(transcribe.question).toContainText(join(studio.scratch, 'brought.flac'));
  await expect(transcribe.allowBox).toBeFocused();
  await expect(transcribe.allowBox).toBeInViewport();
  await expect(transcribe.startButton).toBeDisabled();
  const stop = transcribe.dialog.getByText(text('transcribe.question.stop', { count: 1 }));
  await expect(stop).toBeVisible();
  await page.keyboard.press('Space');
  await expect(stop).toBeHidden();
  await expect(transcribe.startButton).toBeEnabled();
  // Who takes it back is asked again, and so is who chooses another service.
  await page.keyboard.press('Space');
  await expect(transcribe.startButton).toBeDisabled();
  await page.keyboard.press('Space');
  await transcribe.engine(text('engine.file')).click();
  await expect(transcribe.allowBox).not.toBeChecked();
  await expect(transcribe.startButton).toBeDisabled();
  expect(cloud.simulator.requests).toEqual([]);
  await transcribe.engine(text('engine.flash')).click();
  await transcribe.allowBox.check();
  await transcribe.startButton.click();
  await expect(jobs.job('Brought along')).toContainText('Done');
  expect(cloud.simulator.requests).not.toEqual([]);
});
