import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import iconv from 'iconv-lite';
import { makeMedia } from '../helpers/make-media';
import { writeProject } from './files';
import { expect, type Studio, test } from './studio-test';

/** A film of three seconds that every browser plays; gives its path. */
function placeFilm(folder: string, name: string): string {
  const path = join(folder, name);
  makeMedia(path, [
    ...['-f', 'lavfi', '-i', 'testsrc=size=160x90:rate=10:duration=3'],
    ...['-f', 'lavfi', '-i', 'sine=frequency=330:duration=3'],
    ...[
      '-c:v',
      'libvpx',
      '-deadline',
      'realtime',
      '-b:v',
      '100k',
      '-c:a',
      'libopus',
      '-b:a',
      '32k',
    ],
  ]);
  return path;
}

/** A cue without a number, a time with a full stop and an arrow too short, and a line too many. */
const faulty = [
  '1',
  '00:00:00,000 --> 00:00:01,000',
  '天刚亮，河边已经有人在洗衣服。',
  '',
  '00:00:01.000 -> 00:00:02,000',
  '“你等了多久？”她问。',
  '',
  '',
  '3',
  '00:00:02,000 --> 00:00:03,000',
  '没有人回答。',
  '',
];
const mended = [
  ...faulty.slice(0, 4),
  '2',
  '00:00:01,000 --> 00:00:02,000',
  '“你等了很久吗？”她问。',
  '',
  ...faulty.slice(8),
];

/** Saves the text back; a browser downloads it, as it does not know where the file lies. */
function saveBack(studio: Studio, file: string): Promise<Buffer> {
  return takeSaved(studio, file, () => studio.window.press('file.saveBack'));
}

/** What a file holds once something has saved it back. */
async function takeSaved(
  { page, window, hostKind }: Studio,
  file: string,
  act: () => Promise<void>,
): Promise<Buffer> {
  if (hostKind !== 'browser') {
    await act();
    await expect(window.notices).toContainText(window.text('saveBack.done', { path: file }));
    return readFileSync(file);
  }
  const offered = page.waitForEvent('download');
  await act();
  const download = await offered;
  expect(download.suggestedFilename()).toBe(basename(file));
  return readFileSync(await download.path());
}

test(
  'opens a faulty file of GB18030 with its film, and saves it back as it came',
  { tag: '@every' },
  async ({ studio }) => {
    const { window, scratch } = studio;
    const file = join(scratch, '河边.srt');
    writeFileSync(file, iconv.encode(faulty.join('\r\n'), 'gb18030'));
    await window.drop([file, placeFilm(scratch, '河边.webm')]);
    await expect(window.title).toHaveValue('河边');
    await expect.poll(() => window.player.duration()).toBeGreaterThan(2);
    await expect(window.table.rows).toHaveCount(3);

    // Its form stands where one sees it.
    await expect(window.sourceForm).toHaveText('GB18030 · CRLF');

    // What was mended: what it is, where, before and after.
    await window.notices.getByRole('button', { name: window.text('command.file.imports') }).click();
    const { files } = window.import;
    await expect(files).toContainText('GB18030');
    await expect(files).toContainText(window.text('repair.number-added'));
    await expect(files).toContainText(window.text('import.repair.line', { line: 5 }));
    await expect(files).toContainText('00:00:01.000 -> 00:00:02,000');
    await expect(files).toContainText('00:00:01,000 --> 00:00:02,000');

    // In another encoding it is shown at once, and nothing comes in before that is asked for.
    const again = window.text('import.again.of', { name: '河边.srt' });
    await files.getByRole('button', { name: again }).click();
    await expect(window.import.sample).toContainText('天刚亮');
    await window.import.encoding.click();
    await studio.page.getByRole('option', { name: 'Windows-1252', exact: true }).click();
    await expect(window.import.sample).toContainText('Ìì¸ÕÁÁ');
    await window.import.cancelButton.click();
    await expect(window.table.cell(1, 'text')).toHaveText('天刚亮，河边已经有人在洗衣服。');

    await window.table.cell(2, 'text').dblclick();
    await window.table.textEditor(2).fill('“你等了很久吗？”她问。');
    await window.table.textEditor(2).press('Enter');
    const saved = await saveBack(studio, file);
    expect(iconv.decode(saved, 'gb18030')).toBe(mended.join('\r\n'));
    expect(saved).toEqual(iconv.encode(mended.join('\r\n'), 'gb18030'));

    // In another form where that is chosen: what it lacks is told, and the choice stays.
    await window.sourceForm.click();
    await window.chooseFromMenu('file.saveBackAs');
    const { dialog, encoding, lineEnding, saveButton } = window.saveBack;
    await encoding.click();
    await studio.page.getByRole('option', { name: 'Windows-1252', exact: true }).click();
    await expect(dialog.getByRole('alert')).toContainText('天');
    await expect(saveButton).toBeDisabled();
    await encoding.click();
    await studio.page.getByRole('option', { name: 'UTF-8', exact: true }).click();
    await lineEnding.click();
    const lf = window.text('writing.lineEnding.lf');
    await studio.page.getByRole('option', { name: lf, exact: true }).click();
    const inOther = mended.join('\n');
    const saveAs = async (): Promise<void> => {
      await saveButton.click();
      await expect(dialog).toBeHidden();
    };
    expect((await takeSaved(studio, file, saveAs)).toString()).toBe(inOther);
    await expect(window.sourceForm).toHaveText('GB18030 · CRLF → UTF-8 · LF');
    expect((await saveBack(studio, file)).toString()).toBe(inOther);
  },
);

test('[EN1] reads a file of no plausible encoding in the one that a person chooses', async ({
  studio,
}) => {
  const { window, scratch, page } = studio;
  const file = join(scratch, '生僻字.srt');
  const cue = '1\n00:00:00,000 --> 00:00:01,000\n龘靐齉爩鱻麤灪\n';
  writeFileSync(file, iconv.encode(cue, 'gb18030'));
  const { dialog, encoding, sample } = window.import;
  // Without a project it can be opened only, with one it is asked what for; never is it refused.
  for (const isOpen of [false, true]) {
    await window.drop([file]);
    await expect(dialog).toContainText(window.text('import.encoding.unknown'));
    await expect(window.import.choices).toHaveCount(isOpen ? 4 : 0);
    await expect(sample).not.toContainText('龘靐齉');
    await encoding.click();
    await page.getByRole('option', { name: 'GB18030', exact: true }).click();
    await expect(sample).toContainText('龘靐齉爩鱻麤灪');
    if (isOpen) await window.import.cancelButton.click();
    else await window.import.confirmButton.click();
    await expect(dialog).toBeHidden();
    await expect(window.title).toHaveValue('生僻字');
    await expect(window.table.cell(1, 'text')).toHaveText('龘靐齉爩鱻麤灪');
  }
});

/** A script with styles, comments, and sections that no program but its own knows. */
const script = [
  '[Script Info]',
  '; Made by hand, keep this line',
  'Title: The river',
  'ScriptType: v4.00+',
  'PlayResX: 1280',
  'PlayResY: 720',
  'X-Own-Header: 7',
  '',
  '[Own Program Notes]',
  'scroll=12,  zoom=3',
  'a line without any sign',
  '',
  '[V4+ Styles]',
  'Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding',
  'Style: Default,Arial,48,&H00FFFFFF,&H000000FF,&H00000000,&H64000000,0,0,0,0,100,100,0,0,1,2,1,2,40,40,30,1',
  'Style: Sign,Georgia,36,&H0000FFFF,&H000000FF,&H00000000,&H64000000,-1,0,0,0,100,100,0,0,1,2,0,8,40,40,30,1',
  '',
  '[Events]',
  'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text',
  'Comment: 0,0:00:00.00,0:00:05.00,Default,,0,0,0,,Check this opening',
  'Dialogue: 0,0:00:00.50,0:00:01.50,Default,Anna,0,0,0,,The river was {\\i1}wide{\\i0}.',
  'Dialogue: 1,0:00:01.00,0:00:02.50,Sign,,0,0,0,,{\\pos(640,90)\\fad(200,200)}CLOSED',
  'Dialogue: 0,0:00:02.00,0:00:03.00,Default,,0,0,20,,Nobody{note to self} crossed it.',
  '',
  '[Aegisub Extradata]',
  'Data: 1,own,e0',
  '',
].join('\n');

test('opens a script with styles, and saves it with all else word for word', async ({ studio }) => {
  const { window, scratch } = studio;
  const file = join(scratch, 'river.ass');
  writeFileSync(file, script);
  await window.drop([file]);
  await expect(window.table.rows).toHaveCount(3);
  await window.table.cell(1, 'text').dblclick();
  await window.table.textEditor(1).fill('The river was wide and cold.');
  await window.table.textEditor(1).press('Enter');
  const saved = await saveBack(studio, file);
  const changed = script.replace('was {\\i1}wide{\\i0}.', 'was wide and cold.');
  expect(saved.toString()).toBe(changed);
});

test('a page to listen to and a document for Word are what they say', async ({ studio }) => {
  const { window, scratch, page } = studio;
  const film = placeFilm(scratch, 'river.webm');
  const plan = { id: 'river', title: 'River', sentenceCount: 3, durationMs: 3000 };
  const path = writeProject(join(scratch, 'river.zimu'), film, plan);
  await studio.chooseFiles([path], () => window.start.openButton.click());
  await expect(window.table.rows).toHaveCount(3);
  const texts = await window.table.readTexts();

  const html = await exportAs(studio, /^HTML/u, 'river.html');
  const viewer = await page.context().newPage();
  const problems: string[] = [];
  viewer.on('pageerror', (error) => problems.push(error.message));
  viewer.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await viewer.goto(pathToFileURL(html).href);
  for (const text of texts) await expect(viewer.locator('main')).toContainText(text);
  const media = viewer.locator('video');
  await expect
    .poll(() => media.evaluate((one: HTMLVideoElement) => one.duration))
    .toBeGreaterThan(2);
  const word = viewer.locator('.cue').nth(1).locator('.w').first();
  const beginSeconds = Number(await word.getAttribute('data-begin'));
  await word.click();
  await expect
    .poll(() => media.evaluate((one: HTMLVideoElement) => one.currentTime))
    .toBeGreaterThanOrEqual(beginSeconds - 0.05);
  await expect.poll(() => media.evaluate((one: HTMLVideoElement) => one.paused)).toBe(false);
  await viewer.setViewportSize({ width: 390, height: 800 });
  const widths = viewer.evaluate(() => [document.documentElement.scrollWidth, innerWidth] as const);
  expect((await widths)[0]).toBeLessThanOrEqual((await widths)[1]);
  expect(problems).toEqual([]);
  await viewer.close();

  const docx = await exportAs(studio, /^DOCX/u, 'river.docx');
  const { 'word/document.xml': body } = unzipSync(readFileSync(docx));
  const said = strFromU8(body!)
    .replaceAll('</w:p>', '\n')
    .replaceAll(/<[^>]+>/gu, '');
  for (const text of texts) expect(said).toContain(text);
});

/** Exports what is open in a format of the dialog; gives the path of the file, beside the recording. */
async function exportAs(
  { page, window, scratch }: Studio,
  format: RegExp,
  name: string,
): Promise<string> {
  await window.press('file.export');
  await window.export.dialog.getByRole('radio', { name: format }).click();
  const offered = page.waitForEvent('download');
  await window.export.saveButton.click();
  const path = join(scratch, name);
  await (await offered).saveAs(path);
  await expect(window.export.dialog).toBeHidden();
  return path;
}
