import type { CloudCheckId } from '@isi/cloud-check-ids';
import type { SpeechRegion } from '@isi/speech-regions';
import type { MessageKey } from '@core/messages/catalogue';
import type { Locator, Page } from '@playwright/test';
import type { Text } from './texts';

/** The section of Alibaba Cloud in the settings dialog. */
export class CloudSettings {
  readonly #page: Page;
  readonly #text: Text;
  readonly dialog: Locator;
  readonly tab: Locator;
  readonly generalTab: Locator;
  /** The form of an AccessKey, or the line that says where it is kept. */
  readonly accessKey: Locator;
  readonly accessKeyId: Locator;
  readonly accessKeySecret: Locator;
  readonly importButton: Locator;
  readonly testButton: Locator;
  readonly cancelTestButton: Locator;
  readonly appkeys: Locator;
  readonly region: Locator;
  readonly jobsAtOnce: Locator;
  readonly bucketName: Locator;
  readonly bucketRegion: Locator;
  /** Folded away, unless it is set. */
  readonly bucketEndpoint: Locator;
  readonly storageAdvanced: Locator;
  readonly proxyUrl: Locator;
  readonly proxyUsername: Locator;
  /** The form of the password, or the line that says where it is kept. */
  readonly proxyPassword: Locator;

  constructor(page: Page, text: Text) {
    this.#page = page;
    this.#text = text;
    this.dialog = page.getByRole('dialog', { name: text('settings.title') });
    this.tab = this.dialog.getByRole('tab', { name: text('settings.section.cloud') });
    this.generalTab = this.dialog.getByRole('tab', { name: text('settings.section.general') });
    this.accessKey = this.dialog
      .getByRole('form', { name: text('cloud.key'), exact: true })
      .or(this.dialog.getByRole('group', { name: text('cloud.key'), exact: true }));
    this.accessKeyId = this.accessKey.getByLabel(text('cloud.key.id'));
    this.accessKeySecret = this.accessKey.getByLabel(text('cloud.key.secret'));
    this.importButton = this.dialog.getByRole('button', { name: text('cloud.import') });
    this.testButton = this.dialog.getByRole('button', {
      name: new RegExp(`^(${text('cloud.check.run')}|${text('cloud.check.again')})$`),
    });
    this.cancelTestButton = this.dialog.getByRole('button', {
      name: text('cloud.check.cancel'),
      exact: true,
    });
    this.appkeys = this.dialog
      .getByRole('region', { name: text('cloud.appkeys') })
      .getByRole('listitem');
    const section = (title: MessageKey): Locator =>
      this.dialog.getByRole('region', { name: text(title), exact: true });
    this.region = section('cloud.service').getByLabel(text('cloud.region'), { exact: true });
    this.jobsAtOnce = section('cloud.service').getByLabel(text('cloud.jobsAtOnce'));
    const storage = section('cloud.bucket');
    this.bucketName = storage.getByLabel(text('cloud.bucket.name'), { exact: true });
    this.bucketRegion = storage.getByLabel(text('cloud.bucket.region'));
    this.bucketEndpoint = storage.getByLabel(text('cloud.bucket.endpoint'));
    this.storageAdvanced = storage.getByText(text('cloud.advanced'));
    const proxy = section('cloud.proxy');
    this.proxyUrl = proxy.getByLabel(text('cloud.proxy.url'));
    this.proxyUsername = proxy.getByLabel(text('cloud.proxy.username'));
    this.proxyPassword = proxy
      .getByRole('form', { name: text('cloud.proxy.password') })
      .or(proxy.getByRole('group', { name: text('cloud.proxy.password') }));
  }

  /** A step of the test of the account. */
  step(id: CloudCheckId): Locator {
    return this.dialog
      .getByRole('list', { name: this.#text('cloud.check.steps') })
      .getByRole('listitem', { name: this.#text(`cloud.check.step.${id}`) });
  }

  async enterAccessKey(accessKeyId: string, accessKeySecret: string): Promise<void> {
    await this.accessKeyId.fill(accessKeyId);
    await this.accessKeySecret.fill(accessKeySecret);
    await this.accessKey.getByRole('button', { name: this.#text('cloud.save') }).click();
  }

  /** Types a setting that is kept when Enter is pressed, unless it is wrong. */
  async keep(field: Locator, value: string): Promise<void> {
    await field.fill(value);
    await field.press('Enter');
  }

  async enterProxyPassword(password: string): Promise<void> {
    await this.proxyPassword.getByLabel(this.#text('cloud.proxy.password')).fill(password);
    await this.proxyPassword.getByRole('button', { name: this.#text('cloud.save') }).click();
  }

  async replaceAccessKey(accessKeyId: string, accessKeySecret: string): Promise<void> {
    await this.accessKey.getByRole('button', { name: this.#text('cloud.replace') }).click();
    await this.enterAccessKey(accessKeyId, accessKeySecret);
  }

  async removeAccessKey(): Promise<void> {
    await this.accessKey.getByRole('button', { name: this.#text('cloud.remove') }).click();
    await this.#page
      .getByRole('dialog', { name: this.#text('cloud.key.removeTitle') })
      .getByRole('button', { name: this.#text('cloud.remove') })
      .click();
  }

  /** Adds an Appkey with the first model that a search finds, by keys alone. */
  async addAppkey(
    name: string,
    appkey: string,
    search: string,
    region?: SpeechRegion,
  ): Promise<void> {
    await this.dialog.getByRole('button', { name: this.#text('cloud.appkey.add') }).click();
    const dialog = this.#page.getByRole('dialog', { name: this.#text('cloud.appkey.title') });
    await dialog.getByLabel(this.#text('cloud.appkey.name')).fill(name);
    await dialog.getByLabel(this.#text('cloud.appkey.value'), { exact: true }).fill(appkey);
    if (region !== undefined) {
      await dialog.getByLabel(this.#text('cloud.appkey.region')).click();
      await this.#page
        .getByRole('option', { name: this.#text(`cloud.region.${region}`), exact: true })
        .click();
    }
    const picker = dialog.getByRole('combobox', { name: this.#text('cloud.appkey.model') });
    await picker.fill(search);
    await picker.press('Enter');
    await dialog.getByRole('button', { name: this.#text('cloud.save') }).click();
  }
}
