import { placeSpeech } from './files';
import { expect, test } from './studio-test';

/** What is said in the recording, as a service without times for words would give it. */
const said = 'The market opens at seven in the morning.';

test.use({
  script: {
    steps: [
      {
        stage: 'transcribing',
        fraction: 1,
        segments: [{ beginMs: 300, endMs: 2_900, text: said }],
      },
    ],
  },
});

test('re-aligns the words of a sentence by its key and by its menu', async ({ studio }) => {
  // The first of them loads the real model.
  test.setTimeout(120_000);
  const { window, scratch } = studio;
  const { jobs, table, text } = window;
  await window.drop([placeSpeech(scratch, 'morning.flac')]);
  await window.transcribe.engine('scripted').click();
  await window.transcribe.startButton.click();
  await expect(table.cell(1, 'text')).toHaveText(said);
  await expect(jobs.ofKind('job.kind.align')).toHaveCount(0);

  await table.select(1);
  await window.press('edit.realign');
  const cards = jobs.ofKind('job.kind.align');
  await expect(cards).toHaveCount(1);
  const done = text('job.align.done', { count: 1, elapsed: '' }).trim();
  await expect(cards).toContainText(done, { timeout: 60_000 });
  await expect(table.cell(1, 'text')).toHaveText(said);

  await table.openMenu(1);
  await table.menuItem('edit.realign').click();
  await expect(cards).toHaveCount(2);
  await expect(cards.filter({ hasText: done })).toHaveCount(2, { timeout: 60_000 });
  // Taking the times back leaves the text.
  await window.press('edit.undo');
  await expect(table.rows).toHaveCount(1);
  await expect(table.cell(1, 'text')).toHaveText(said);
});
