import type { Locator, Page } from '@playwright/test';

/** The tab "Backup & transfer" of the Manage dialog as a person uses it. Holds no assertions. */
export class SitePanel {
  readonly dialog: Locator;
  /** Where the last export went. */
  readonly savedPath: Locator;
  readonly showInFolder: Locator;
  readonly exportButton: Locator;
  /** What is wrong, one sentence each. */
  readonly failures: Locator;
  readonly foundNvrs: Locator;
  readonly importNvrs: Locator;
  readonly filePassphrase: Locator;
  readonly backups: Locator;
  readonly backUpNow: Locator;
  readonly question: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.dialog = page.getByRole('dialog', { name: 'Manage' });
    const section = (name: string) => this.dialog.getByRole('region', { name });
    const [exporting, importing, backups] = [
      section('Move to another computer'),
      section('Bring in a site file'),
      section('Backups'),
    ];
    this.savedPath = exporting.getByRole('status').locator('.site-path');
    this.exportButton = exporting.getByRole('button', { name: 'Export' });
    this.showInFolder = exporting.getByRole('button', { name: 'Show in folder' });
    this.failures = importing.getByRole('alert').getByRole('listitem');
    this.foundNvrs = importing
      .getByRole('list', { name: 'NVRs in the file' })
      .getByRole('listitem');
    this.importNvrs = importing.getByRole('button', { name: /^Import \d|^Nothing new/ });
    this.filePassphrase = importing.getByLabel('Passphrase of the file');
    this.backups = backups.getByRole('list', { name: 'Backups' }).getByRole('listitem');
    this.backUpNow = backups.getByRole('button', { name: 'Back up now' });
    this.question = backups.getByRole('group', { name: /^Restore/ });
  }

  async open(): Promise<void> {
    await this.#page.getByRole('banner').getByRole('button', { name: 'Manage' }).click();
    await this.dialog.getByRole('tab', { name: 'Backup & transfer' }).click();
  }

  async close(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Close' }).click();
  }

  async export(passphrase: string, pin: string, repeated = passphrase): Promise<void> {
    await this.dialog.getByLabel('Include passwords').check();
    await this.dialog.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await this.dialog.getByLabel('Repeat passphrase').fill(repeated);
    await this.dialog.getByLabel('Admin PIN').fill(pin);
    await this.exportButton.click();
  }

  /** What the system's file dialog would do. */
  async choose(file: string): Promise<void> {
    await this.dialog.getByLabel('Site file', { exact: true }).setInputFiles(file);
  }

  async restore(backup: Locator): Promise<void> {
    await backup.getByRole('button', { name: /^Restore/ }).click();
    await this.question.getByRole('button', { name: 'Restore' }).click();
  }
}
