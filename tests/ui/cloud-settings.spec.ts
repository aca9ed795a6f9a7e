import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '@core/messages/catalogue';
import { findVendorError } from '@core/isi/find-vendor-error';
import { whyNoKeyring } from '../helpers/keyring-shell';
import { startKeyring } from '../helpers/start-keyring';
import type { SimulatedAppkey } from '../simulator/simulator-world';
import { type Simulator, startSimulator } from '../simulator/start-simulator';
import { expect, test as base } from './studio-test';

const account = {
  userId: '2001',
  accessKeyId: 'LTAI5tSettingsSpec3f2a',
  accessKeySecret: 'aSecretThatOnlyThisSpecKnows7',
};
const wrongSecret = 'aSecretWithAnErrorInItOfThisSpec';
const appkey = { appkey: 'specAppkey', userId: '2001', sampleRateHz: 16000 } as const;

/** A studio with a keyring of its own, which talks to a simulator and has no account yet. */
const test = base.extend<{
  readonly given: Readonly<Record<string, string>>;
  readonly knownAppkeys: readonly SimulatedAppkey[];
  readonly simulator: Simulator;
}>({
  /** What a test wants otherwise in the environment. */
  given: [{}, { option: true }],
  knownAppkeys: [[appkey], { option: true }],
  simulator: async ({ knownAppkeys }, use) => {
    const simulator = await startSimulator({ accounts: [account], appkeys: knownAppkeys });
    await use(simulator);
    await simulator.close();
  },
  environment: async ({ given, simulator }, use, testInfo) => {
    const why = whyNoKeyring();
    testInfo.skip(why !== undefined, `the keyring ${why ?? ''}`);
    const keyring = await startKeyring();
    // The account is entered by hand: only the addresses come from the environment.
    await use({
      ...simulator.env,
      ...{ ALIYUN_AK_ID: '', ALIYUN_AK_SECRET: '', ALIYUN_STS_TOKEN: '' },
      ...{ ZIMU_ISI_TOKEN: '', ZIMU_ISI_APPKEY: '' },
      ...keyring.env,
      ...given,
    });
    await keyring.stop();
  },
});

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
  await expect(cloud.appkeys).toContainText('通用-四川话');
  await expect(cloud.appkeys).toContainText(window.text('cloud.region.cn-beijing'));
  await expect(cloud.appkeys).toContainText(window.text('cloud.mark.semantic'));

  await studio.restart('close');
  const again = studio.window;
  await again.press('file.settings');
  await again.cloud.tab.click();
  await expect(again.cloud.accessKey).toContainText('LTAI…3f2a');
  await expect(again.cloud.accessKey).toContainText('Stored in GNOME Keyring');
  await again.cloud.testButton.click();
  await expect(again.cloud.step('token')).toContainText(again.text('cloud.check.state.ok'));

  await again.cloud.replaceAccessKey(account.accessKeyId, wrongSecret);
  await expect(again.cloud.accessKey).toContainText('LTAI…3f2a');
  const expected = findVendorError({ service: 'token', code: 'SignatureDoesNotMatch' });
  for (const locale of ['en', 'zh-CN'] as const satisfies readonly Locale[]) {
    const inLocale = studio.window.in(locale);
    if (locale === 'zh-CN') {
      await again.cloud.generalTab.click();
      await again.settings.choose(again.settings.locale, '简体中文');
      await inLocale.cloud.tab.click();
    }
    await inLocale.cloud.testButton.click();
    const step = inLocale.cloud.step('token');
    const language = locale === 'en' ? 0 : 1;
    await expect(step).toContainText(expected.cause[language]);
    await expect(step).toContainText(expected.remedy[language]);
    await expect(step).toContainText('SignatureDoesNotMatch');
  }

  const chinese = studio.window.in('zh-CN');
  await chinese.cloud.removeAccessKey();
  await expect(chinese.cloud.accessKeySecret).toBeVisible();
  await expect(chinese.cloud.testButton).toBeDisabled();

  for (const secret of [account.accessKeySecret, wrongSecret]) {
    expect(await studio.page.content()).not.toContain(secret);
    expect(listFilesWith(studio.home, secret)).toEqual([]);
  }
});

test.describe('without a keychain', () => {
  test.use({ given: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' } });

  test('says that an account holds for this session only, and what to do', async ({ studio }) => {
    const { window } = studio;
    const { cloud } = window;
    await window.press('file.settings');
    await cloud.tab.click();
    await expect(cloud.dialog).toContainText(window.text('cloud.keychain.absent.next'));
    await cloud.enterAccessKey(account.accessKeyId, account.accessKeySecret);
    await expect(cloud.accessKey).toContainText('LTAI…3f2a');
    await expect(cloud.accessKey).toContainText(window.text('cloud.place.session'));
    await expect(cloud.dialog).toContainText(window.text('cloud.keychain.unsaved'));

    await studio.restart('close');
    await studio.window.press('file.settings');
    await studio.window.cloud.tab.click();
    await expect(studio.window.cloud.accessKeySecret).toBeVisible();
  });
});

test.describe('with an account in the environment', () => {
  test.use({
    given: {
      ALIYUN_AK_ID: account.accessKeyId,
      ALIYUN_AK_SECRET: account.accessKeySecret,
      ZIMU_ISI_APPKEY: appkey.appkey,
    },
  });

  test('cancels the test of it', async ({ studio, simulator }) => {
    const { window } = studio;
    const { cloud } = window;
    simulator.set({ nextFlash: { kind: 'never' } });
    await window.press('file.settings');
    await cloud.tab.click();
    await cloud.testButton.click();
    await expect(cloud.step('appkey')).toContainText(window.text('cloud.check.state.running'));
    await cloud.cancelTestButton.click();
    await expect(cloud.dialog).toContainText(window.text('cloud.check.cancelled'));
    await expect(cloud.step('token')).toContainText(window.text('cloud.check.state.ok'));
    await expect(cloud.step('appkey')).toContainText(window.text('cloud.check.state.skipped'));
    await expect(cloud.cancelTestButton).toBeHidden();
    await cloud.testButton.click();
    await expect(cloud.step('appkey')).toContainText(window.text('cloud.check.state.ok'));
  });

  test('uses it, and keeps it in the keyring when asked to', async ({ studio }) => {
    const { window } = studio;
    const { cloud } = window;
    await window.press('file.settings');
    await cloud.tab.click();
    await expect(cloud.accessKey).toContainText(window.text('cloud.place.environment'));
    await cloud.importButton.click();
    await expect(cloud.accessKey).toContainText('Stored in GNOME Keyring');
    await expect(cloud.importButton).toBeHidden();
  });
});

/** Files under a folder that hold a text. */
function listFilesWith(folder: string, text: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name);
    return statSync(path).isFile() && readFileSync(path).includes(text);
  });
}
