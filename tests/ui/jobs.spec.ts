import { placeSpeech } from './files';
import { expect, test } from './studio-test';

const heard = (text: string) => ({
  stage: 'transcribing',
  fraction: 0.2,
  segments: [{ beginMs: 300, endMs: 2_100, text }],
});

test.describe('an engine that never ends', () => {
  test.use({ script: { steps: [heard('Good morning everyone.'), { waitForever: true }] } });

  test('shows what was recognised so far, and keeps it when cancelled', async ({ studio }) => {
    const { window, scratch } = studio;
    await window.drop([placeSpeech(scratch, 'morning.flac')]);
    await window.transcribe.engine('scripted').click();
    await window.transcribe.startButton.click();
    await expect(window.table.cell(1, 'text')).toHaveText('Good morning everyone.');
    await expect(window.jobs.job('morning')).toContainText('20');
    await window.jobs.cancelButton('morning').click();
    await expect(window.jobs.job('morning')).toContainText('Cancelled');
    await expect(window.table.cell(1, 'text')).toHaveText('Good morning everyone.');
    await window.press('edit.undo');
    await expect(window.table.rows).toHaveCount(0);
    await window.press('edit.redo');
    await expect(window.table.rows).toHaveCount(1);
  });

  test('comes back with project, selection and job when the page is loaded again', async ({
    studio,
  }) => {
    const { window, scratch, page } = studio;
    await window.drop([placeSpeech(scratch, 'morning.flac')]);
    await window.transcribe.engine('scripted').click();
    await window.transcribe.startButton.click();
    await expect(window.table.rows).toHaveCount(1);
    await window.table.select(1);
    await expect(window.table.selectedRows).toHaveCount(1);
    await page.reload();
    await expect(window.title).toHaveValue('morning');
    await expect(window.table.selectedRows).toHaveCount(1);
    await expect(window.jobs.cancelButton('morning')).toBeVisible();
    await window.jobs.cancelButton('morning').click();
    await expect(window.jobs.job('morning')).toContainText('Cancelled');
  });
});

test.describe('an engine that breaks off', () => {
  test.use({
    script: {
      steps: [
        heard('This much was heard.'),
        { error: { code: 'engine/worker-failed', data: { reason: 'SIGKILL' } } },
      ],
    },
  });

  test(
    'says what happened and what to do, keeps the text, and can be tried again',
    { tag: '@every' },
    async ({ studio }) => {
      const { window, scratch } = studio;
      await window.drop([placeSpeech(scratch, 'breaking.flac')]);
      await window.transcribe.engine('scripted').click();
      await window.transcribe.startButton.click();
      const job = window.jobs.job('breaking');
      await expect(job.getByRole('alert')).toContainText('SIGKILL');
      await expect(job.getByRole('alert')).toContainText('try again');
      await expect(window.table.cell(1, 'text')).toHaveText('This much was heard.');

      studio.setScript({ steps: [heard('All of it was heard.')] });
      await window.jobs.retryButton('breaking').click();
      await expect(window.jobs.job('breaking')).toContainText('Done');
      await expect(window.table.cell(1, 'text')).toHaveText('All of it was heard.');
    },
  );
});
