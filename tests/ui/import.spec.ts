import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatTiming } from '@core/formats/parse-srt';
import { placeSpeech, writeProject } from './files';
import { expect, test } from './studio-test';

/** Four cues, of which one has no number and one stands too early; a time is written with a point. */
const faulty = [
  '1\n00:00:01,000 --> 00:00:02,000\nFirst line\n',
  '00:00:03.000 --> 00:00:04,000\nThird line\n',
  '2\n00:00:02,000 --> 00:00:03,000\nSecond line\n',
  '4\n00:00:05,000 --> 00:00:06,000\nLast line\n',
].join('\n');

/** Over the sentences of {@link openThree}: the first is meant, and a new one comes after all. */
const correction = [
  '1\n00:00:00,000 --> 00:00:02,000\nCorrected\n',
  '2\n00:00:30,000 --> 00:00:31,000\nNew at the end\n',
].join('\n');

function place(folder: string, name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test(
  'opens subtitles with faults and without a recording, which comes later',
  { tag: '@every' },
  async ({ studio }) => {
    const { window, scratch } = studio;
    await window.drop([place(scratch, 'interview.srt', faulty)]);
    await expect(window.title).toHaveValue('interview');
    expect(await window.table.readTexts()).toEqual([
      ...['First line', 'Second line', 'Third line', 'Last line'],
    ]);

    // What was mended is said, and can be looked at.
    await expect(window.notices).toContainText('interview.srt');
    await window.notices.getByRole('button', { name: window.text('command.file.imports') }).click();
    const { files } = window.import;
    await expect(files).toContainText('interview.srt');
    await expect(files).toContainText('UTF-8');
    await expect(files).toContainText(window.text('repair.cue-sorted'));
    await expect(files).toContainText(window.text('repair.number-added'));
    await expect(files).toContainText('00:00:03.000 --> 00:00:04,000');
    await studio.page.keyboard.press('Escape');
    await expect(files).toBeHidden();

    // Everything that needs a recording says so; the text needs none.
    await expect(window.player.region).toContainText(window.text('player.none'));
    await expect(window.waveform.region).toContainText(window.text('waveform.none'));
    await expect(window.player.playButton).toBeDisabled();
    await window.press('file.transcribe');
    await expect(window.notices).toContainText(window.text('error.media/none.happened'));
    await expect(window.transcribe.dialog).toHaveCount(0);
    await window.press('edit.realign');
    await expect(window.notices).toContainText(
      `interview: ${window.text('error.media/none.happened')}`,
    );
    await window.table.cell(2, 'text').dblclick();
    await window.table.textEditor(2).fill('Typed without a recording');
    await window.table.textEditor(2).press('Enter');
    await expect(window.table.cell(2, 'text')).toHaveText('Typed without a recording');

    const recording = placeSpeech(scratch, 'camera 1.flac');
    await studio.chooseFiles([recording], () => window.player.chooseRecordingButton.click());
    await expect.poll(() => window.player.duration()).toBeGreaterThan(5);
    await expect.poll(() => window.waveform.isDrawn()).toBe(true);
    await expect(window.player.playButton).toBeEnabled();
    await expect(window.table.cell(2, 'text')).toHaveText('Typed without a recording');
  },
);

test('opens subtitles with the recording that came with them', async ({ studio }) => {
  const { window, scratch } = studio;
  const recording = placeSpeech(scratch, 'camera 2.flac');
  await window.drop([place(scratch, 'cut.srt', faulty), recording]);
  await expect(window.title).toHaveValue('cut');
  await expect(window.table.rows).toHaveCount(4);
  await expect.poll(() => window.player.duration()).toBeGreaterThan(5);
  await expect(window.player.chooseRecordingButton).toHaveCount(0);
});

test('asks whether a dropped recording belongs to the subtitles', async ({ studio }) => {
  const { window, scratch, page } = studio;
  await window.drop([place(scratch, 'cut.srt', faulty)]);
  await expect(window.player.chooseRecordingButton).toBeVisible();
  const recording = placeSpeech(scratch, 'camera 3.flac');
  const title = window.text('import.recording.title', { title: 'cut' });
  const question = page.getByRole('dialog', { name: title });
  await window.drop([recording]);
  await expect(question).toContainText('camera 3.flac');
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(window.player.chooseRecordingButton).toBeVisible();

  await window.drop([recording]);
  await expect(question).toBeVisible();
  await page.keyboard.press('Enter');
  await expect.poll(() => window.player.duration()).toBeGreaterThan(5);
  await expect(window.title).toHaveValue('cut');
  await expect(window.table.rows).toHaveCount(4);

  // Any further one is a project of its own, as ever.
  await window.drop([placeSpeech(scratch, 'camera 4.flac', 'long')]);
  await expect(window.transcribe.dialog).toContainText('camera 4');
});

test.describe('with a project open', () => {
  test.beforeEach(async ({ studio }) => {
    const { window, scratch } = studio;
    const recording = placeSpeech(scratch, 'talk.flac');
    const plan = { id: 'talk', title: 'Talk', sentenceCount: 3, durationMs: 6_535 };
    const path = writeProject(join(scratch, 'talk.zimu'), recording, plan);
    await studio.chooseFiles([path], () => window.start.openButton.click());
    await expect(window.title).toHaveValue('Talk');
    await expect(window.table.rows).toHaveCount(3);
  });

  test('imports in each way, and takes it back in one step', async ({ studio }) => {
    const { window, scratch } = studio;
    const path = place(scratch, 'correction.srt', correction);
    const before = await window.table.readTexts();
    const ways = {
      merge: { effect: [1, 1, 0], texts: ['Corrected', before[1], before[2], 'New at the end'] },
      add: { effect: [2, 0, 0], texts: undefined },
      replace: { effect: [2, 0, 3], texts: ['Corrected', 'New at the end'] },
    } as const;
    for (const way of ['merge', 'add', 'replace'] as const) {
      await studio.chooseFiles([path], () => window.press('file.import'));
      await expect(window.import.dialog).toContainText('correction.srt');
      await expect(window.import.sample).toContainText('Corrected');
      await expect(window.import.choice('merge')).toBeChecked();
      await expect(window.import.choice('open')).toHaveCount(0);
      const { effect, texts } = ways[way];
      await expect(window.import.dialog).toContainText(window.import.effect(effect));
      await window.import.choice(way).check();
      await window.import.confirmButton.click();
      await expect(window.import.dialog).toBeHidden();
      await expect(window.notices).toContainText('correction.srt');
      await expect(window.table.rows).toHaveCount(texts?.length ?? 5);
      if (texts !== undefined) expect(await window.table.readTexts()).toEqual(texts);
      await window.press('edit.undo');
      await expect(window.table.rows).toHaveCount(3);
      expect(await window.table.readTexts()).toEqual(before);
    }
  });

  test('asks what dropped subtitles are for, by keys alone', async ({ studio }) => {
    const { window, scratch, page } = studio;
    const path = place(scratch, 'other talk.srt', faulty);
    await window.drop([path]);
    await expect(window.import.choice('merge')).toBeFocused();
    await expect(window.import.repairs).toContainText(window.text('repair.cue-sorted'));
    await page.keyboard.press('Escape');
    await expect(window.import.dialog).toBeHidden();
    expect(await window.table.countRows()).toBe(3);

    await window.drop([path]);
    await expect(window.import.choice('merge')).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(window.import.choice('open')).toBeChecked();
    await page.keyboard.press('Enter');
    await expect(window.title).toHaveValue('other talk');
    await expect(window.table.rows).toHaveCount(4);
  });

  test('says why a file is not imported, and changes nothing', async ({ studio }) => {
    const { window, scratch } = studio;
    const broken = place(scratch, 'broken.srt', '\u0000\u0001\u0002 no subtitles');
    await studio.chooseFiles([broken], () => window.press('file.import'));
    await expect(window.notices.getByRole('alert')).toContainText('broken.srt');
    await expect(window.import.dialog).toHaveCount(0);
    expect(await window.table.countRows()).toBe(3);
  });

  test('is left off when it is cancelled, and changes nothing', async ({ studio }) => {
    const { window, scratch, page } = studio;
    const before = await window.table.readTexts();
    const long = Array.from({ length: 5_000 }, (_, index) => {
      const timing = formatTiming(index * 900, index * 900 + 800);
      return `${index + 1}\n${timing}\nLine ${index}\n`;
    });
    const path = place(scratch, 'long.srt', long.join('\n'));
    await studio.chooseFiles([path], () => window.press('file.import'));
    await expect(window.import.choice('merge')).toBeFocused();
    // By keys, because a file that long is in within a second.
    const asked = page.waitForRequest(
      (request) => request.postData()?.includes('projects.importFile') === true,
    );
    await page.keyboard.press('Enter');
    await asked;
    await page.keyboard.press('Escape');
    await expect(window.import.dialog).toBeHidden();
    const said = window.text('import.cancelled', { name: 'long.srt' });
    await expect(window.notices).toContainText(said);
    expect(await window.table.readTexts()).toEqual(before);
  });
});
