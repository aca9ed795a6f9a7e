import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseProject } from '@core/project-file/project-file';
import { makeMedia } from '../helpers/make-media';
import { makeLongMedia, placeSpeech, placeUnplayable, writeProject } from './files';
import { expect, test } from './studio-test';

test('takes in what is dropped on it', { tag: '@every' }, async ({ studio }) => {
  const { window, scratch } = studio;
  await expect(window.start.openButton).toBeVisible();
  await window.drop([placeSpeech(scratch, 'dropped talk.flac')]);
  await expect(window.transcribe.dialog).toBeVisible();
  await window.transcribe.cancelButton.click();
  await expect(window.title).toHaveValue('dropped talk');
  await expect.poll(() => window.waveform.isDrawn()).toBe(true);
});

test.describe('with an engine that hears the same in everything', () => {
  const words = { beginMs: 300, endMs: 2_100, text: 'Good morning everyone.' };
  test.use({ script: { steps: [{ stage: 'transcribing', fraction: 1, segments: [words] }] } });

  test('queues several recordings, one after the other', async ({ studio }) => {
    const { window, scratch } = studio;
    const names = ['first', 'second', 'third'];
    await window.drop(names.map((name) => placeSpeech(scratch, `${name}.flac`)));
    await window.transcribe.engine('scripted').click();
    await window.transcribe.startButton.click();
    await expect(window.jobs.jobs).toHaveCount(3);
    for (const name of names) {
      await expect(window.jobs.job(name)).toContainText('Done', { timeout: 45_000 });
    }
    await expect(window.table.rows.first()).toBeVisible();
  });
});

test('says why a file cannot be taken in, and takes in the others', async ({ studio }) => {
  const { window, scratch } = studio;
  const broken = writeProject(join(scratch, 'broken.zimu'), join(scratch, 'none.mp3'), {
    id: 'broken',
    title: 'Broken',
    sentenceCount: 3,
    durationMs: 9_000,
  });
  const text = readFileSync(broken, 'utf8');
  writeFileSync(broken, text.slice(0, text.length / 2));
  const empty = join(scratch, 'empty.wav');
  writeFileSync(empty, '');
  await window.drop([broken, empty, placeSpeech(scratch, 'sound.flac')]);
  await expect(window.notices).toContainText('broken.zimu');
  await expect(window.notices).toContainText('empty.wav');
  await expect(window.transcribe.dialog).toContainText('sound');
});

test('opens a .zimu file and saves a copy of it', { tag: '@every' }, async ({ studio }) => {
  const { window, scratch } = studio;
  const media = makeLongMedia(scratch, 'hum.mp3', 60);
  const path = writeProject(join(scratch, 'saved.zimu'), media, {
    id: 'saved',
    title: 'Saved before',
    sentenceCount: 12,
    durationMs: 60_000,
  });
  await studio.chooseFiles([path], () => window.start.openButton.click());
  await expect(window.title).toHaveValue('Saved before');
  expect(await window.table.countRows()).toBe(12);
  const saved = await studio.saveFile(() => window.press('file.saveCopy'));
  expect(saved.name).toBe('Saved before.zimu');
  const [was, is] = [readFileSync(path, 'utf8'), saved.text].map((text) =>
    parseProject(text, 'test'),
  );
  expect(is!.sentences).toEqual(was!.sentences);
  expect(is!.title).toBe('Saved before');
});

test.describe("with the system's ffmpeg", () => {
  test.use({ tools: 'system' });

  for (const extension of ['aiff', 'wma', 'amr', 'mp4'] as const) {
    test(`makes a recording playable that the browser cannot play (${extension})`, async ({
      studio,
    }) => {
      const { window, scratch } = studio;
      await window.drop([placeUnplayable(scratch, extension)]);
      await window.transcribe.cancelButton.click();
      // It is said while the copy is made, and goes by itself.
      await expect.poll(() => window.player.duration(), { timeout: 30_000 }).toBeGreaterThan(1);
      await expect.poll(() => window.player.hasPicture()).toBe(extension === 'mp4');
      await window.press('play.toggle');
      await expect.poll(() => window.player.position()).toBeGreaterThan(0.2);
    });
  }
});

test('finds a recording again that was moved', { tag: '@every' }, async ({ studio }) => {
  const { window, scratch } = studio;
  const path = writeProject(join(scratch, 'moved.zimu'), join(scratch, 'gone.flac'), {
    id: 'moved',
    title: 'Moved',
    sentenceCount: 3,
    durationMs: 6_535,
  });
  const found = placeSpeech(scratch, 'elsewhere.flac');
  await studio.chooseFiles([path], () => window.press('file.open'));
  await expect(window.player.chooseButton).toBeVisible();
  const other = placeSpeech(scratch, 'other.flac', 'long');
  await studio.chooseFiles([other], () => window.player.chooseButton.click());
  const question = window.page.getByRole('dialog', { name: window.text('player.other.title') });
  await expect(question).toContainText('0:26');
  await question.getByRole('button', { name: window.text('app.cancel') }).click();
  await studio.chooseFiles([found], () => window.player.chooseButton.click());
  await expect.poll(() => window.player.duration()).toBeGreaterThan(5);
  await expect.poll(() => window.waveform.isDrawn()).toBe(true);
  await expect(window.table.rows).toHaveCount(3);
});

test(
  'finds a recording again that went after it was opened',
  { tag: '@native' },
  async ({ studio }) => {
    const { window, scratch } = studio;
    const was = placeSpeech(scratch, 'talk.flac');
    await studio.chooseFiles([was], () => window.press('file.open'));
    await window.transcribe.cancelButton.click();
    await expect.poll(() => window.player.duration()).toBeGreaterThan(5);
    const is = join(scratch, 'talk-2.flac');
    renameSync(was, is);
    await studio.restart('close');
    await expect(studio.window.player.region).toContainText(window.text('player.missing'));
    await studio.chooseFiles([is], () => studio.window.player.locateButton.click());
    await expect.poll(() => studio.window.player.duration()).toBeGreaterThan(5);
  },
);

test('leaves nothing of a file whose upload is cancelled', async ({ studio }) => {
  const { window, scratch, page } = studio;
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  await network.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: 0, downloadThroughput: -1 },
    uploadThroughput: 200_000,
  });
  const large = join(scratch, 'large.wav');
  makeMedia(large, ['-f', 'lavfi', '-i', 'sine=frequency=220', '-t', '120']);
  await window.drop([large]);
  const progress = window.openingProgress.getByRole('progressbar');
  await expect
    .poll(async () => Number(await progress.getAttribute('aria-valuenow')))
    .toBeGreaterThan(0);
  await window.openingProgress.getByRole('button', { name: window.text('app.cancel') }).click();
  await expect(window.openingProgress).toHaveCount(0);
  await expect(window.start.openButton).toBeVisible();
  await expect(window.notices.getByRole('alert')).toHaveCount(0);
  const uploads = join(studio.home, 'uploads');
  const listFiles = () =>
    readdirSync(uploads, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
  await expect.poll(listFiles).toEqual([]);
});
