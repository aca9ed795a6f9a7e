import { execFileSync } from 'node:child_process';
import { account, appkey, expect, test } from './account-test';

for (const state of ['absent', 'locked', 'library-missing'] as const) {
  test.describe(`a keychain that is ${state}`, () => {
    test.use({ keychain: state });

    test('is told of in both languages, and nothing is kept beyond the session', async ({
      studio,
    }) => {
      const { window } = studio;
      const { cloud } = window;
      await window.press('file.settings');
      await cloud.tab.click();
      await expect(cloud.dialog).toContainText(window.text(`cloud.keychain.${state}`));
      await expect(cloud.dialog).toContainText(window.text(`cloud.keychain.${state}.next`));
      await cloud.enterAccessKey(account.accessKeyId, account.accessKeySecret);
      await expect(cloud.accessKey).toContainText('LTAI…3f2a');
      await expect(cloud.accessKey).toContainText(window.text('cloud.place.session'));
      await expect(cloud.dialog).toContainText(window.text('cloud.keychain.unsaved'));

      const chinese = await window.switchLanguage('zh-CN');
      await chinese.cloud.tab.click();
      for (const key of [`cloud.keychain.${state}`, `cloud.keychain.${state}.next`] as const) {
        await expect(chinese.cloud.dialog).toContainText(chinese.text(key));
      }
      await expect(chinese.cloud.dialog).toContainText(chinese.text('cloud.keychain.unsaved'));
      await expect(chinese.cloud.accessKey).toContainText(chinese.text('cloud.place.session'));

      await studio.restart('close');
      const again = studio.window.in('zh-CN');
      await again.press('file.settings');
      await again.cloud.tab.click();
      await expect(again.cloud.accessKeySecret).toBeVisible();
    });
  });
}

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
    // The step runs before its sound is sent: cancelled then, the silence would be left for the next.
    await expect
      .poll(() => simulator.requests.filter(({ target }) => target === 'flash'))
      .toHaveLength(1);
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

test.describe('a keychain that does not answer', () => {
  test('[KC4] is told of after a moment, holds nothing up, and takes the key once it does', async ({
    studio,
    environment,
  }) => {
    const { window } = studio;
    const { cloud } = window;
    await window.press('file.settings');
    await cloud.tab.click();
    await expect(cloud.accessKeySecret).toBeVisible();
    const daemon = findKeyring(environment);
    process.kill(daemon, 'SIGSTOP');
    try {
      await cloud.enterAccessKey(account.accessKeyId, account.accessKeySecret);
      await expect(cloud.dialog).toContainText(window.text('cloud.keychain.waiting'));
      await expect(cloud.accessKey).toContainText(window.text('cloud.place.session'));
      await expect(cloud.dialog).not.toContainText(window.text('cloud.keychain.waiting'));
      await expect(cloud.dialog).toContainText(window.text('cloud.keychain.unsaved'));
    } finally {
      process.kill(daemon, 'SIGCONT');
    }
    await expect(async () => {
      await cloud.dialog.getByRole('button', { name: window.text('app.retry') }).click();
      await expect(cloud.accessKey).toContainText('Stored in GNOME Keyring', { timeout: 2_000 });
    }).toPass();
  });
});

/** The process of the keyring that a studio with this environment finds. */
function findKeyring(environment: Readonly<Record<string, string | undefined>>): number {
  const question = [
    ...['--session', '--print-reply=literal', '--dest=org.freedesktop.DBus', '/'],
    'org.freedesktop.DBus.GetConnectionUnixProcessID',
    'string:org.freedesktop.secrets',
  ];
  const answer = execFileSync('dbus-send', question, {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  });
  return Number(/uint32 (\d+)/.exec(answer)?.[1]);
}
