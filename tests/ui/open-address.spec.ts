import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRecordingServer } from '../helpers/serve-recording';
import { cloudSettings, expect, test } from './cloud-test';
import { placeSpeech } from './files';

// A project of another region than the account's, which is where recordings of it are fetched.
const { cloud } = cloudSettings;
const appkeys = cloud?.appkeys?.map((appkey) => ({ ...appkey, region: 'cn-beijing' as const }));
test.use({ settings: { cloud: { ...cloud, appkeys } } });

const servers: Server[] = [];
test.afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function listen(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((fulfil) => server.listen(0, '127.0.0.1', fulfil));
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

test('a recording of the web is played here, and the service fetches it itself', async ({
  studio,
  cloud,
}) => {
  const { window, scratch } = studio;
  const { address, transcribe, jobs, table, text } = window;
  const bytes = readFileSync(placeSpeech(scratch, 'talk.flac'));
  const recording = { bytes, contentType: 'audio/flac' };
  const origin = await listen(createRecordingServer({ '/a/interview.flac': recording }));

  await window.run('file.openAddress');
  await expect(address.field).toBeFocused();
  await address.field.fill('http://127.0.0.1/talk.flac');
  await address.openButton.click();
  await expect(address.dialog).toContainText('IP address');
  await address.field.fill(`${origin}/a/interview.flac?signature=s3cr3t`);
  await address.openButton.click();
  await expect(address.question(origin)).toContainText('127.0.0.1');
  await address.confirm(origin);

  await expect(transcribe.dialog).toContainText('interview');
  await transcribe.engine(text('engine.file')).click();
  const region = text('transcribe.plan.region.cn-beijing');
  await expect(transcribe.plan).toContainText(text('transcribe.plan.goes.address', { region }));
  await transcribe.startButton.click();
  await expect(jobs.job('interview')).toContainText('Done', { timeout: 60_000 });
  await expect(table.rows.first()).toBeVisible();
  await expect.poll(() => window.waveform.isDrawn()).toBe(true);
  await expect.poll(() => window.player.duration()).toBeGreaterThan(1);
  expect(cloud.storage.events).toEqual([]);
});

test('what cannot be had is said, and a download can be cancelled', async ({ studio }) => {
  const { window } = studio;
  const { address } = window;
  const slow = createServer((request, response) => {
    const isThere = request.url === '/slow.wav';
    const length = { 'content-length': 10_000_000, 'content-type': 'audio/wav' };
    response.writeHead(isThere ? 200 : 404, isThere ? length : {});
    if (isThere && request.method !== 'HEAD') response.write(Buffer.alloc(2_500_000));
    else response.end();
  });
  const origin = await listen(slow);

  await window.press('file.openAddress');
  await address.field.fill(`${origin}/no.wav?signature=s3cr3t`);
  await address.field.press('Enter');
  await address.confirm(origin);
  await expect(window.notices).toContainText('404');
  await expect(window.notices).not.toContainText('s3cr3t');

  await window.press('file.openAddress');
  await address.field.fill(`${origin}/slow.wav`);
  await address.field.press('Enter');
  await address.confirm(origin);
  const progress = window.openingProgress.getByRole('progressbar');
  await expect
    .poll(async () => Number(await progress.getAttribute('aria-valuenow')))
    .toBeGreaterThan(0);
  await window.openingProgress.getByRole('button', { name: window.text('app.cancel') }).click();
  await expect(window.openingProgress).toHaveCount(0);
  await expect(window.start.openButton).toBeVisible();
});

test('nothing is fetched from this computer where the person does not mean it', async ({
  studio,
}) => {
  const { window } = studio;
  const { address } = window;
  let count = 0;
  const origin = await listen(
    createServer((_request, response) => {
      count += 1;
      response.end();
    }),
  );
  await window.press('file.openAddress');
  await address.field.fill(`${origin}/talk.wav`);
  await address.field.press('Enter');
  const question = address.question(origin);
  const cancel = question.getByRole('button', { name: window.text('app.cancel') });
  await expect(cancel).toBeFocused();
  await cancel.click();
  await expect(question).toBeHidden();
  await expect(window.openingProgress).toHaveCount(0);
  await expect(window.start.openButton).toBeVisible();
  expect(count).toBe(0);
});
