import { StudioError } from '@core/errors/studio-error';
import { expectFailure } from './expect-failure';
import { placeSpeech } from './files';
import { expect, test } from './studio-test';

const heard = (text: string) => ({
  stage: 'transcribing',
  fraction: 0.2,
  segments: [{ beginMs: 300, endMs: 2_100, text }],
});

/** What the engine of this computer ends with when its process dies. */
const brokenOff = new StudioError('engine/worker-failed', 'as the script says', {
  data: { reason: 'SIGKILL' },
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

test.describe('several recordings at an engine that never ends', () => {
  test.use({ script: { steps: [heard('As far as this.'), { waitForever: true }] } });

  test('are paused, put in another order and resumed', { tag: '@every' }, async ({ studio }) => {
    const { window, scratch, page } = studio;
    const { jobs, text } = window;
    const names = ['first', 'second', 'third'];
    await window.drop(names.map((name) => placeSpeech(scratch, `${name}.flac`)));
    await window.transcribe.engine('scripted').click();
    await window.transcribe.startButton.click();
    await expect(jobs.job('first')).toContainText('20');
    await expect.poll(() => jobs.titles()).toEqual(names);
    await expect(jobs.moveUpButton('first')).toHaveCount(0);

    await jobs.pauseButton('second').click();
    await expect(jobs.job('second')).toContainText(text('job.paused'));
    // By keys; the focus stays with the job that is moved, at the ends of the list too.
    await page.keyboard.press('Tab');
    await jobs.moveUpButton('third').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => jobs.titles()).toEqual(['first', 'third', 'second']);
    await expect(jobs.moveUpButton('third')).toBeDisabled();
    await expect(jobs.moveDownButton('third')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect.poll(() => jobs.titles()).toEqual(names);
    await expect(jobs.moveUpButton('third')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect.poll(() => jobs.titles()).toEqual(['first', 'third', 'second']);

    await jobs.pauseButton('first').click();
    await expect(jobs.resumeButton('first')).toBeFocused();
    await expect(jobs.job('first')).toContainText(text('job.paused.at', { percent: 20 }));
    await expect(jobs.job('first')).toContainText(text('job.paused.replaces', { count: 1 }));
    await expect(jobs.job('third')).toContainText('20');
    await window.run('file.pauseJobs');
    await expect(jobs.resumeButton('third')).toBeVisible();
    await page.reload();
    await expect.poll(() => jobs.titles()).toEqual(['first', 'third', 'second']);

    studio.setScript({ steps: [heard('All of it.')] });
    await window.run('file.resumeJobs');
    for (const name of names) await expect(jobs.job(name)).toContainText('Done');
  });
});

test.describe('an engine that breaks off', () => {
  test.use({
    script: {
      steps: [
        heard('This much was heard.'),
        { error: { code: brokenOff.code, data: brokenOff.data } },
      ],
    },
  });

  test(
    'says in both languages what happened and what to do, keeps the text, and can be tried again',
    { tag: '@every' },
    async ({ studio }) => {
      const { window, scratch } = studio;
      await window.drop([placeSpeech(scratch, 'breaking.flac')]);
      await window.transcribe.engine('scripted').click();
      await window.transcribe.startButton.click();
      await expectFailure(window, 'breaking', brokenOff);
      await expect(window.table.cell(1, 'text')).toHaveText('This much was heard.');
      await window.run('view.language');
      const chinese = window.in('zh-CN');
      await expectFailure(chinese, 'breaking', brokenOff);

      studio.setScript({ steps: [heard('All of it was heard.')] });
      await chinese.jobs.retryButton('breaking').click();
      await expect(chinese.jobs.job('breaking')).toContainText('完成：');
      await expect(chinese.table.cell(1, 'text')).toHaveText('All of it was heard.');
    },
  );
});
