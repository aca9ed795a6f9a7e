import { join, resolve } from 'node:path';
import { makeMedia } from '../helpers/make-media';
import { expect, test } from './cloud-test';

const fixtures = resolve(import.meta.dirname, '../fixtures/audio');

test('what each channel holds, what is sent and what is charged is said before it starts', async ({
  studio,
  cloud,
}) => {
  const { window, scratch } = studio;
  const { transcribe, jobs, text } = window;
  const call = join(scratch, 'call.wav');
  makeMedia(call, [
    ...['-i', join(fixtures, 'long-english.flac'), '-i', join(fixtures, 'german.flac')],
    ...['-filter_complex', '[0:a][1:a]join=inputs=2:channel_layout=stereo[out]'],
    ...['-map', '[out]', '-t', '7'],
  ]);
  await window.drop([call]);
  await transcribe.engine(text('engine.flash')).click();
  await expect(transcribe.plan).toContainText(text('channels.why.different'));
  await expect(transcribe.plan).toContainText(text('channels.what.both'));
  await expect(transcribe.plan).toContainText(/Charged: 14/);
  await expect(transcribe.plan).toContainText(text('transcribe.plan.asIs'));

  const first = transcribe.parameter('first_channel_only');
  await transcribe.choose(first, text('parameter.on'));
  await expect(transcribe.plan).toContainText(text('channels.but.second-is-left-out'));
  await expect(transcribe.plan).toContainText(/Charged: 7/);
  await transcribe.choose(first, text('parameter.byRecording'));
  await expect(transcribe.plan).toContainText(text('channels.why.different'));
  expect(cloud.simulator.requests).toEqual([]);

  await transcribe.startButton.click();
  await expect(jobs.job('call')).toContainText('Done');
  const [sent] = cloud.simulator.requests.filter(({ target }) => target === 'flash');
  expect(sent?.parameters['first_channel_only']).toBe('false');

  const set = join(scratch, 'set.wav');
  makeMedia(set, [
    ...['-f', 'lavfi', '-i', 'anullsrc=r=16000:cl=mono', '-i', join(fixtures, 'long-english.flac')],
    ...['-i', join(fixtures, 'german.flac')],
    ...['-filter_complex', '[1:a]asplit[a][b];[0:a][a][2:a][b]amerge=inputs=4[out]'],
    ...['-map', '[out]', '-ac', '4', '-t', '7'],
  ]);
  await window.drop([set]);
  await transcribe.engine(text('engine.local')).click();
  await expect(transcribe.channels).toContainText(
    text('channels.each.differMany', { speaking: '2 and 3' }),
  );
  await expect(transcribe.channels).toContainText(text('channels.each.silent', { silent: '1' }));
  await expect(transcribe.channels).toContainText(
    text('channels.each.same', { same: text('channels.each.sameAs', { channel: '4', as: '2' }) }),
  );
});
