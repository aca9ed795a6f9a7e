import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StudioError } from '@core/errors/studio-error';
import { cloudCheckIds } from '@isi/cloud-check-ids';
import { findVendorError } from '@isi/find-vendor-error';
import type { Locale } from '@core/messages/catalogue';
import { describeError } from '@contract/describe-error';
import { account, appkey, bucket, expect, test } from './account-test';

const wrongSecret = 'aSecretWithAnErrorInItOfThisSpec';
const bothLanguages = ['en', 'zh-CN'] as const satisfies readonly Locale[];

test('keeps an account in the keyring, tests it, and says what is wrong with it', async ({
  studio,
}) => {
  const { window } = studio;
  const { cloud } = window;
  await window.press('file.settings');
  await cloud.tab.click();

  await cloud.enterAccessKey('LTAI 5t', '');
  await expect(cloud.accessKey).toContainText(window.text('cloud.wrong.ascii'));
  await expect(cloud.accessKey).toContainText(window.text('cloud.wrong.empty'));
  await expect(cloud.accessKeyId).toBeFocused();

  await cloud.enterAccessKey(account.accessKeyId, account.accessKeySecret);
  await expect(cloud.accessKey).toContainText('LTAI…3f2a');
  await expect(cloud.accessKey).toContainText('Stored in GNOME Keyring');
  await cloud.addAppkey('Interviews', appkey.appkey, 'sichuan 16k', 'cn-beijing');
  await expect(cloud.appkeys).toContainText(window.text('cloud.region.cn-beijing'));
  await expect(cloud.appkeys).toContainText('通用-四川话');
  await expect(cloud.appkeys).toContainText(window.text('cloud.mark.semantic'));
  await cloud.keep(cloud.bucketName, bucket.name);

  await studio.restart('close');
  const again = studio.window;
  await again.press('file.settings');
  await again.cloud.tab.click();
  await expect(again.cloud.accessKey).toContainText('LTAI…3f2a');
  await expect(again.cloud.accessKey).toContainText('Stored in GNOME Keyring');
  await again.cloud.testButton.click();
  for (const id of cloudCheckIds.slice(1)) {
    await expect(again.cloud.step(id)).toContainText(again.text('cloud.check.state.ok'));
  }
  // Of the clock it is said how far it is off, which is next to nothing on one computer.
  await expect(again.cloud.step('clock')).toContainText(/\d\.\d s/);
  await expect(again.cloud.dialog).toContainText(again.text('cloud.check.passed'));

  // A name with a typing error in it.
  const missing = `${bucket.name}-2`;
  await again.cloud.keep(again.cloud.bucketName, missing);
  const noBucket = new StudioError('storage/no-bucket', 'as the storage says', {
    data: { bucket: missing, region: bucket.region },
  });
  let shown = again;
  for (const locale of bothLanguages) {
    if (locale !== shown.locale) {
      shown = await shown.switchLanguage(locale);
      await shown.cloud.tab.click();
    }
    await shown.cloud.testButton.click();
    const { happened, next } = describeError(locale, noBucket, 'window');
    await expect(shown.cloud.step('bucket-write')).toContainText(happened);
    await expect(shown.cloud.step('bucket-write')).toContainText(next);
    await expect(shown.cloud.step('appkey')).toContainText(shown.text('cloud.check.state.ok'));
    for (const id of ['bucket-read', 'bucket-delete'] as const) {
      await expect(shown.cloud.step(id)).toContainText(shown.text('cloud.check.state.skipped'));
    }
    await expect(shown.cloud.dialog).toContainText(shown.text('cloud.check.failed', { count: 1 }));
  }

  await shown.cloud.replaceAccessKey(account.accessKeyId, wrongSecret);
  await expect(shown.cloud.accessKey).toContainText('LTAI…3f2a');
  const refused = findVendorError({ service: 'token', code: 'SignatureDoesNotMatch' });
  for (const locale of bothLanguages.toReversed()) {
    if (locale !== shown.locale) {
      shown = await shown.switchLanguage(locale);
      await shown.cloud.tab.click();
    }
    await shown.cloud.testButton.click();
    const step = shown.cloud.step('token');
    const language = locale === 'en' ? 0 : 1;
    await expect(step).toContainText(refused.cause[language]);
    await expect(step).toContainText(refused.remedy[language]);
    await expect(step).toContainText('SignatureDoesNotMatch');
  }

  await shown.cloud.removeAccessKey();
  await expect(shown.cloud.accessKeySecret).toBeVisible();
  await expect(shown.cloud.testButton).toBeDisabled();

  for (const secret of [account.accessKeySecret, wrongSecret]) {
    expect(await studio.page.content()).not.toContain(secret);
    expect(listFilesWith(studio.home, secret)).toEqual([]);
  }
});

test('keeps region, jobs at once, bucket and proxy, and says what cannot be', async ({
  studio,
}) => {
  const { window, page, home } = studio;
  const { cloud, settings, text } = window;
  const readCloud = (): unknown =>
    (JSON.parse(readFileSync(join(home, 'settings.json'), 'utf8')) as { cloud?: unknown }).cloud;
  await window.press('file.settings');
  await cloud.tab.click();

  await settings.choose(cloud.region, text('cloud.region.cn-beijing'));
  await settings.choose(cloud.jobsAtOnce, '5');

  await cloud.keep(cloud.bucketName, 'Recordings of mine');
  await expect(cloud.dialog).toContainText(text('cloud.wrong.bucket'));
  await expect(cloud.bucketRegion).toBeDisabled();
  await cloud.keep(cloud.bucketName, bucket.name);
  await expect(cloud.dialog).not.toContainText(text('cloud.wrong.bucket'));
  await cloud.keep(cloud.bucketRegion, 'Shanghai');
  await expect(cloud.dialog).toContainText(text('cloud.wrong.region'));
  await cloud.keep(cloud.bucketRegion, 'oss-cn-hangzhou');
  // It is said as it was kept, and who goes on by keys is still there.
  await expect(cloud.bucketRegion).toHaveValue('cn-hangzhou');
  await expect(cloud.bucketRegion).toBeFocused();
  await cloud.storageAdvanced.click();
  await cloud.keep(cloud.bucketEndpoint, 'oss.example.com/path');
  await expect(cloud.dialog).toContainText(text('cloud.wrong.origin'));
  await cloud.keep(cloud.bucketEndpoint, 'https://oss.example.com');

  await expect(cloud.proxyUsername).toBeDisabled();
  await cloud.keep(cloud.proxyUrl, 'socks5://127.0.0.1:1080');
  await expect(cloud.dialog).toContainText(text('cloud.wrong.proxy'));
  await cloud.keep(cloud.proxyUrl, 'http://127.0.0.1:3128');
  await cloud.keep(cloud.proxyUsername, 'somebody');
  await cloud.enterProxyPassword(wrongSecret);
  await expect(cloud.proxyPassword).toContainText(text('cloud.proxy.entered'));
  await expect(cloud.proxyPassword).toContainText('Stored in GNOME Keyring');

  await expect.poll(readCloud).toEqual({
    region: 'cn-beijing',
    jobsAtOnce: 5,
    bucket: {
      name: bucket.name,
      region: 'cn-hangzhou',
      endpoint: 'https://oss.example.com',
    },
    proxy: { url: 'http://127.0.0.1:3128', username: 'somebody' },
  });
  await page.reload();
  // Keys are heard only once the window is there.
  await expect(window.start.openButton).toBeVisible();
  await window.press('file.settings');
  await cloud.tab.click();
  await expect(cloud.region).toContainText(text('cloud.region.cn-beijing'));
  await expect(cloud.jobsAtOnce).toContainText('5');
  await expect(cloud.bucketName).toHaveValue(bucket.name);
  await expect(cloud.bucketRegion).toHaveValue('cn-hangzhou');
  await expect(cloud.bucketEndpoint).toHaveValue('https://oss.example.com');
  await expect(cloud.proxyUrl).toHaveValue('http://127.0.0.1:3128');
  await expect(cloud.proxyUsername).toHaveValue('somebody');
  await expect(cloud.proxyPassword).toContainText(text('cloud.proxy.entered'));
  expect(await page.content()).not.toContain(wrongSecret);
  expect(listFilesWith(home, wrongSecret)).toEqual([]);
});

/** Files under a folder that hold a text. */
function listFilesWith(folder: string, text: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name);
    return statSync(path).isFile() && readFileSync(path).includes(text);
  });
}
