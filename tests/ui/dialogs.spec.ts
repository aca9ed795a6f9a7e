import { getShortcuts } from '@core/commands/command-keys';
import { commandSpecs } from '@core/commands/command-specs';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeLongMedia, writeProject } from './files';
import { expect, test } from './studio-test';

test('lists every command with its keys on the help sheet', async ({ studio }) => {
  const { window, page } = studio;
  await expect(window.start.openButton).toBeVisible();
  await window.press('help.shortcuts');
  await expect(window.helpSheet).toBeVisible();
  const sheet = await window.helpSheet.innerText();
  for (const { id, label } of commandSpecs) {
    if (getShortcuts(id).length > 0) expect(sheet).toContain(window.text(label));
  }
  await page.keyboard.press('Escape');
  await expect(window.helpSheet).toBeHidden();
});

test('finds commands by parts of their names', async ({ studio }) => {
  const { window, page } = studio;
  await expect(window.start.openButton).toBeVisible();
  await window.press('view.palette');
  await window.palette.fill('sett');
  await page.keyboard.press('Enter');
  await expect(window.settings.dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await window.press('view.palette');
  await window.palette.fill('no such thing');
  await expect(page.getByText(window.text('app.palette.none'))).toBeVisible();
});

test('gives the focus back to where it was', async ({ studio }) => {
  const { window, page } = studio;
  await window.start.openButton.focus();
  await window.press('file.settings');
  await expect(window.settings.dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(window.settings.dialog).toBeHidden();
  await expect(window.start.openButton).toBeFocused();
});

test('tells of this computer in the settings, and keeps what is chosen', async ({ studio }) => {
  const { window, page, home } = studio;
  await expect(window.start.openButton).toBeVisible();
  await window.press('file.settings');
  await expect(window.settings.dialog).toContainText(home);
  await expect(window.settings.dialog).toContainText('ffmpeg');
  await window.settings.choose(
    window.settings.density,
    window.text('settings.density.comfortable'),
  );
  await page.reload();
  await expect(window.start.openButton).toBeVisible();
  await window.press('file.settings');
  await expect(window.settings.density).toContainText(window.text('settings.density.comfortable'));
});

test('shows which programs are run, and lets a page choose none', async ({ studio }) => {
  const { window, home } = studio;
  await expect(window.start.openButton).toBeVisible();
  await window.press('file.settings');
  const { dialog, ffmpegPath } = window.settings;
  await expect(ffmpegPath).toHaveAttribute('readonly');
  await expect(dialog).toContainText('ZIMU_FFMPEG');
  const choose = window.text('settings.tool.chooseOf', { tool: 'ffmpeg' });
  await expect(dialog.getByRole('button', { name: choose })).toHaveCount(0);
  expect(existsSync(join(home, 'settings.json'))).toBe(false);
});

test(
  'saves several formats into one folder, and asks before it replaces a file',
  { tag: '@native' },
  async ({ studio }) => {
    const { window, scratch } = studio;
    const media = makeLongMedia(scratch, 'hum.mp3', 60);
    const plan = { id: 'several', title: 'Several', sentenceCount: 3, durationMs: 60_000 };
    const path = writeProject(join(scratch, 'several.zimu'), media, plan);
    await studio.chooseFiles([path], () => window.press('file.open'));
    await expect(window.table.rows).toHaveCount(3);
    await window.press('file.export');
    await window.export.further.getByRole('checkbox', { name: /^VTT/u }).check();
    const all = window.text('export.saveAll', { count: 2 });
    const saveAll = window.export.dialog.getByRole('button', { name: all });
    writeFileSync(join(scratch, 'Several.vtt'), 'old');
    await studio.chooseFiles([scratch], () => saveAll.click());
    const title = window.text('export.replace', { count: 1 });
    const question = studio.page.getByRole('dialog', { name: title });
    await expect(question).toContainText('Several.vtt');
    expect(existsSync(join(scratch, 'Several.srt'))).toBe(false);
    await question.getByRole('button', { name: window.text('export.replace.confirm') }).click();
    await expect(window.export.dialog).toBeHidden();
    expect(readFileSync(join(scratch, 'Several.vtt'), 'utf8')).toContain('WEBVTT');
    expect(existsSync(join(scratch, 'Several.srt'))).toBe(true);
  },
);

test('previews each format as it will be written', async ({ studio }) => {
  const { window, scratch, page } = studio;
  const media = makeLongMedia(scratch, 'hum.mp3', 60);
  const path = writeProject(join(scratch, 'formats.zimu'), media, {
    id: 'formats',
    title: 'Formats',
    sentenceCount: 6,
    durationMs: 60_000,
  });
  await studio.chooseFiles([path], () => window.start.openButton.click());
  await expect(window.table.rows).toHaveCount(6);
  await window.press('file.export');
  for (const [format, sign] of [
    ['SRT', '-->'],
    ['VTT', 'WEBVTT'],
    ['JSON', '"sentences"'],
    ['TXT', 'Mara'],
  ] as const) {
    await window.export.format(format).click();
    await expect(window.export.preview).toContainText(sign);
  }
  await window.export.format('SRT').click();
  await window.export.characters.fill('20');
  await expect
    .poll(async () =>
      Math.max(
        ...(await window.export.preview.innerText())
          .split('\n')
          .filter((line) => !line.includes('-->'))
          .map((line) => line.length),
      ),
    )
    .toBeLessThanOrEqual(24);

  // Several formats in one go, called as a person says.
  await window.export.further.getByRole('checkbox', { name: /^VTT/u }).check();
  await window.export.namePattern.fill('{nome}');
  const all = window.text('export.downloadAll', { count: 2 });
  const downloadAll = window.export.dialog.getByRole('button', { name: all });
  await expect(downloadAll).toBeDisabled();
  await window.export.namePattern.fill('{name} final.{format}');
  await expect(window.export.dialog.getByRole('status')).toContainText('Formats final.srt.srt');
  const names: string[] = [];
  page.on('download', (download) => names.push(download.suggestedFilename()));
  await downloadAll.click();
  await expect.poll(() => names).toEqual(['Formats final.srt.srt', 'Formats final.vtt.vtt']);
  await expect(window.export.dialog).toBeHidden();

  // All of it is as it was left.
  await window.press('file.export');
  await expect(window.export.namePattern).toHaveValue('{name} final.{format}');
  await expect(downloadAll).toBeEnabled();
  await page.keyboard.press('Escape');
  await expect(window.export.dialog).toBeHidden();
});
