import { join } from 'node:path';
import { makeMedia } from '../helpers/make-media';
import { expect, test } from './studio-test';

const tone = ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=20'];

test('[MD4] plays a copy of a recording in which one cannot seek, and says so', async ({
  studio,
}) => {
  const { window, scratch } = studio;
  const path = join(scratch, 'voice.mp3');
  makeMedia(path, [...tone, '-c:a', 'libmp3lame', '-q:a', '9', '-write_xing', '0']);
  await window.drop([path]);
  await window.transcribe.cancelButton.click();
  await expect(window.player.copyMark).toBeVisible();
  await expect.poll(() => window.player.duration()).toBeGreaterThan(19.9);
  expect(await window.player.duration()).toBeLessThan(20.2);
  await window.player.copyMark.hover();
  await expect(window.page.getByRole('tooltip')).toContainText(window.text('player.wrongClock'));
});

test('[MD4] plays a recording as it is where that is right', async ({ studio }) => {
  const { window, scratch } = studio;
  const path = join(scratch, 'voice.mp3');
  makeMedia(path, [...tone, '-c:a', 'libmp3lame', '-b:a', '32k']);
  await window.drop([path]);
  await window.transcribe.cancelButton.click();
  await expect.poll(() => window.player.duration()).toBeGreaterThan(19.9);
  await expect.poll(() => window.waveform.isDrawn()).toBe(true);
  await expect(window.player.copyMark).toHaveCount(0);
  await expect(window.player.copyProgress).toHaveCount(0);
});

test.describe("with the system's ffmpeg", () => {
  test.use({ tools: 'system' });

  test('[MD4] gives a film its sound that the browser does not know', async ({ studio }) => {
    const { window, scratch } = studio;
    const path = join(scratch, 'film.mp4');
    makeMedia(path, [
      ...['-f', 'lavfi', '-i', 'testsrc=size=160x90:rate=10:duration=5', ...tone, '-t', '5'],
      ...['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'ac3'],
    ]);
    await window.drop([path]);
    await window.transcribe.cancelButton.click();
    await expect(window.player.copyMark).toHaveCount(1);
    await window.press('play.toggle');
    await expect.poll(() => window.player.hasSound()).toBe(true);
    expect(await window.player.hasPicture()).toBe(true);
  });
});
