import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatSrt } from '@core/formats/srt';
import { transcriptSchema } from '@core/transcript/transcript';
import { runZimu } from '../helpers/run-zimu';
import { placeThreeSentences } from './files';
import { expect, test } from './studio-test';

test.use({ tools: 'system' });

test(
  'hears a recording, lights its words, and gives the corrected text as SRT',
  { tag: '@every' },
  async ({ studio }, { project }) => {
    test.setTimeout(120_000);
    const { window, scratch, page } = studio;
    const { table, transcribe, jobs } = window;
    const recording = placeThreeSentences(scratch, 'lecture.flac');

    await studio.chooseFiles([recording], () => window.start.openButton.click());
    await expect(transcribe.dialog).toBeVisible();
    await transcribe.startButton.click();
    await expect(table.rows.first()).toBeVisible({ timeout: 60_000 });
    await expect(jobs.job('lecture')).toContainText('Done', { timeout: 60_000 });

    const heard = await transcribeByCommandLine(scratch, 'lecture.flac', project.outputDir);
    const shown = await table.cells('text').allInnerTexts();
    expect(shown.map((text) => text.trim())).toEqual(
      heard.sentences.map(({ text }) => text.replaceAll('\n', ' ').trim()),
    );

    await table.select(1);
    await window.press('play.toggle');
    await expect(table.litWords).toHaveCount(1);
    const firstLit = await table.litWords.innerText();
    await expect(table.litWords).not.toHaveText(firstLit);
    expect(await window.player.position()).toBeGreaterThan(0);
    await window.press('play.toggle');
    await expect.poll(() => window.player.isPaused()).toBe(true);

    const word = heard.sentences[1]!.words[2]!;
    await table.clickWord(2, 2);
    await expect.poll(() => window.player.position()).toBeCloseTo(word.beginMs / 1000, 2);
    await expect(table.litWords).toHaveText(word.text);

    const corrected = 'This is what was really said.';
    await table.retype(2, corrected);
    await expect(table.cell(2, 'text')).toHaveText(corrected);
    await window.press('edit.undo');
    await expect(table.cell(2, 'text')).toHaveText(shown[1]!);
    await window.press('edit.redo');
    await expect(table.cell(2, 'text')).toHaveText(corrected);
    await expect(window.saving).toBeVisible();

    await window.press('file.export');
    await window.export.format('SRT').click();
    await expect(window.export.preview).toContainText(corrected);
    const saved = await studio.saveFile(() => window.export.saveButton.click());
    expect(saved.name).toBe('lecture.srt');
    const expected = formatSrt({
      ...heard,
      sentences: heard.sentences.map((sentence, index) =>
        index === 1 ? { ...sentence, text: corrected } : sentence,
      ),
    });
    expect(saved.text).toBe(expected);
    await expect(page.getByRole('alert')).toHaveCount(0);
  },
);

/** What the command line hears in the same recording, asked once for all hosts of a run. */
async function transcribeByCommandLine(folder: string, name: string, ofThisRun: string) {
  // Playwright empties this folder when a run begins.
  const kept = join(ofThisRun, 'heard-by-command-line.json');
  if (!existsSync(kept)) {
    const target = join(folder, 'heard.json');
    const { code, stderr } = await runZimu(['transcribe', name, '--out', target], { cwd: folder });
    expect(code, stderr).toBe(0);
    mkdirSync(ofThisRun, { recursive: true });
    copyFileSync(target, kept);
  }
  return transcriptSchema.parse(JSON.parse(readFileSync(kept, 'utf8')));
}
