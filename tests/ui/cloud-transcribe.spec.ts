import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createVendorError } from '@isi/create-vendor-error';
import { testAppkeys } from '../helpers/test-accounts';
import { expect, test } from './cloud-test';
import { expectFailure } from './expect-failure';
import { placeSpeech } from './files';
import { expect as expectPlain, test as plainTest } from './studio-test';

test('flash says what is sent, and its measured words are lit on the waveform', async ({
  studio,
  cloud,
}) => {
  const { window, scratch, page } = studio;
  const { transcribe, jobs, table, text } = window;
  await window.drop([placeSpeech(scratch, 'meeting.flac')]);
  await transcribe.engine(text('engine.flash')).click();
  await expect(transcribe.plan).toContainText('FLAC');
  await expect(transcribe.plan).toContainText(text('transcribe.plan.region.cn-beijing'));
  await expect(transcribe.plan).toContainText(
    text('transcribe.convert.format', { format: 'FLAC' }),
  );
  // Nothing has been sent by then.
  expect(cloud.simulator.requests).toEqual([]);
  await transcribe.startButton.click();
  await expect(jobs.job('meeting')).toContainText('Done');
  await expect(table.cell(1, 'text')).toHaveText('The meeting starts now.');
  await expect(page.getByRole('banner')).toContainText(
    text('app.online', { engine: text('engine.flash') }),
  );

  await table.select(1);
  await expect(page.locator('[data-timing="measured"]').first()).toBeVisible();
  await expect(page.locator('[data-timing="estimated"]')).toHaveCount(0);
  await page.keyboard.press('z');
  await table.clickWord(1, 1);
  await expect(table.litWords).toHaveText('meeting');
  await expect(window.waveform.spokenWord).toBeVisible();
});

test('an Appkey says which language is heard and what can be asked for', async ({
  studio,
  cloud,
}) => {
  const { window, scratch, page } = studio;
  const { transcribe, jobs, table, text } = window;
  await window.drop([placeSpeech(scratch, 'call.flac')]);
  await transcribe.engine(text('engine.flash')).click();
  await expect(transcribe.language).toContainText('English');
  await expect(transcribe.parameter('enable_timestamp_alignment')).toBeChecked();
  await transcribe.choose(transcribe.appkey, 'Deutsche Anrufe');
  await expect(transcribe.language).toContainText('German');
  await expect(transcribe.parameter('enable_timestamp_alignment')).toBeDisabled();
  await expect(transcribe.parameter('enable_timestamp_alignment')).not.toBeChecked();
  await expect(transcribe.dialog).toContainText(text('parameter.why.model'));
  await transcribe.startButton.click();
  await expect(jobs.job('call')).toContainText('Done');
  const [sent] = cloud.simulator.requests.filter(({ target }) => target === 'flash');
  expect(sent?.parameters['appkey']).toBe(testAppkeys.chinese.appkey);
  await table.select(1);
  await expect(page.locator('[data-timing="estimated"]').first()).toBeVisible();
});

test('parameters are checked, sent where they differ, remembered for their Appkey and kept as presets', async ({
  studio,
  cloud,
}) => {
  const { window, scratch } = studio;
  const { transcribe, jobs, text } = window;
  await window.drop([placeSpeech(scratch, 'talk.flac')]);
  await transcribe.engine(text('engine.flash')).click();
  const longest = transcribe.parameter('sentence_max_length');
  await longest.fill('3');
  await expect(transcribe.dialog.getByRole('alert')).toContainText('4 – 50');
  await expect(transcribe.startButton).toBeDisabled();
  await longest.fill('20');
  await expect(transcribe.startButton).toBeEnabled();
  await transcribe.advanced.click();
  await transcribe.parameter('special_word_filter').fill('not JSON');
  await expect(transcribe.dialog.getByRole('alert')).toContainText('JSON');
  await expect(transcribe.startButton).toBeDisabled();
  await transcribe.parameter('special_word_filter').fill('{"system_reserved_filter":true}');
  await transcribe.savePreset('Subtitles');
  await transcribe.resetButton.click();
  await expect(longest).toHaveValue('');
  await transcribe.choose(transcribe.preset, 'Subtitles');
  await expect(longest).toHaveValue('20');
  await transcribe.startButton.click();
  await expect(jobs.job('talk')).toContainText('Done');
  const [sent] = cloud.simulator.requests.filter(({ target }) => target === 'flash');
  expect(sent?.parameters).toMatchObject({
    sentence_max_length: '20',
    special_word_filter: '{"system_reserved_filter":true}',
  });
  expect(sent?.parameters).not.toHaveProperty('max_end_silence');

  await studio.restart('close');
  // The project comes back a moment after the window.
  await expect(studio.window.table.rows.first()).toBeVisible();
  await studio.window.press('file.transcribe');
  const { transcribe: again } = studio.window;
  await expect(again.parameter('sentence_max_length')).toHaveValue('20');
  // They are those of one Appkey; the presets are there for every one.
  await again.choose(again.appkey, 'Deutsche Anrufe');
  await expect(again.parameter('sentence_max_length')).toHaveValue('');
  await expect(again.preset).toBeVisible();
  await again.choose(again.appkey, 'Interviews');
  await expect(again.parameter('sentence_max_length')).toHaveValue('20');
});

// What the services do at an ordinary end: tests/integration/services/cloud-restart.release.test.ts.
test(
  'a job of file transcription goes on after the studio was killed',
  { tag: '@release' },
  async ({ studio, cloud: { simulator, storage } }) => {
    const { scratch } = studio;
    simulator.set({ queueingQueries: 1_000 });
    {
      const { window } = studio;
      await window.drop([placeSpeech(scratch, 'council.flac')]);
      await window.transcribe.engine(window.text('engine.file')).click();
      await expect(window.transcribe.plan).toContainText(window.text('transcribe.plan.asIs'));
      await window.transcribe.startButton.click();
      const job = window.jobs.job('council');
      await expect(job).toContainText(window.text('stage.waiting'));
      await expect(studio.page.getByRole('banner')).toContainText(
        window.text('app.online', { engine: window.text('engine.file') }),
      );
      await expect
        .poll(() => readFileSync(join(studio.home, 'jobs.json'), 'utf8'))
        .toContain('taskId');
      const { jobs } = JSON.parse(readFileSync(join(studio.home, 'jobs.json'), 'utf8')) as {
        jobs: readonly { taskId?: string }[];
      };
      await expect(job).toContainText(jobs[0]!.taskId!);
      await expect(job.getByRole('button', { name: window.text('task.copy') })).toBeVisible();
    }
    await studio.restart('kill');
    simulator.set({ queueingQueries: 0 });
    const { jobs, table } = studio.window;
    await expect(jobs.job('council')).toContainText('Done', { timeout: 60_000 });
    await expect(table.cell(1, 'text')).toHaveText('The meeting starts now.');
    expect(simulator.requests.filter(({ target }) => target === 'submit')).toHaveLength(1);
    expect(storage.events.filter(({ action }) => action === 'PutObject')).toHaveLength(1);
    // Nothing of the recording stays on the server.
    expect(storage.objects()).toEqual([]);
  },
);

const failures = [
  { engine: 'flash', next: 'nextFlash', code: 40000010, text: 'Gateway:FREE_TRIAL_EXPIRED' },
  { engine: 'file', next: 'nextTask', code: 41050002, text: 'FILE_DOWNLOAD_FAILED' },
] as const;

for (const { engine, next, code, text } of failures) {
  test(`a failure of ${engine} is shown with its remedy in both languages`, async ({
    studio: { window, scratch },
    cloud,
  }) => {
    cloud.simulator.set({ [next]: { code, text, times: 10 } });
    await window.drop([placeSpeech(scratch, 'refused.flac')]);
    await window.transcribe.engine(window.text(`engine.${engine}`)).click();
    await window.transcribe.startButton.click();
    const error = createVendorError({ service: engine, code, text });
    await expect(window.jobs.job('refused').getByRole('alert')).toBeVisible({ timeout: 60_000 });
    await expectFailure(window, 'refused', error);
    // What it says fits its place.
    expect(await window.jobs.overhang()).toBe(0);
    await window.run('view.language');
    const chinese = window.in('zh-CN');
    await expectFailure(chinese, 'refused', error);

    cloud.simulator.set({ [next]: [] });
    await chinese.jobs.retryButton('refused').click();
    await expect(chinese.table.rows.first()).toBeVisible({ timeout: 60_000 });
  });
}

plainTest(
  'an engine without an account says what is missing and leads there',
  async ({ studio }) => {
    const { window, scratch } = studio;
    const { transcribe, text } = window;
    await window.drop([placeSpeech(scratch, 'alone.flac')]);
    await expectPlain(transcribe.engine(text('engine.flash'))).toBeDisabled();
    await expectPlain(transcribe.dialog).toContainText(text('transcribe.missing.appkey'));
    await expectPlain(transcribe.plan).toContainText(text('transcribe.plan.nothingLeaves'));
    await transcribe.setUpButtons.first().click();
    await expectPlain(window.settings.dialog).toBeVisible();
  },
);
