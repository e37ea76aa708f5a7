import type { Locator, Page } from '@playwright/test';

/** The Sync dialog of one NVR as a person uses it. Holds no assertions. */
export class SyncDialog {
  readonly dialog: Locator;
  /** Makes the picked changes. */
  readonly apply: Locator;
  /** The lines to pick from. */
  readonly changes: Locator;
  /** The button in words, not the cross above. */
  readonly close: Locator;
  /** What the list of NVRs says afterwards. */
  readonly toast: Locator;
  readonly #page: Page;
  readonly #nvr: string;

  constructor(page: Page, nvr: string) {
    this.#page = page;
    this.#nvr = nvr;
    this.dialog = page.getByRole('dialog', { name: `Sync “${nvr}”` });
    this.apply = this.dialog.getByRole('button', { name: /^Apply \d+ change/ });
    this.close = this.dialog.locator('footer').getByRole('button', { name: 'Close' });
    this.toast = page.getByRole('dialog', { name: 'Manage' }).getByRole('status');
    this.changes = this.dialog.getByRole('listitem').filter({ has: page.getByRole('checkbox') });
  }

  /** By way of the list of NVRs. */
  async open(): Promise<void> {
    await this.#page.getByRole('banner').getByRole('button', { name: 'Manage' }).click();
    await this.openFromList();
  }

  async openFromList(): Promise<void> {
    await this.#page.getByRole('button', { name: `Sync ${this.#nvr}` }).click();
  }

  group(title: string): Locator {
    return this.dialog.getByRole('region', { name: title });
  }

  /** The box of the line that says this. */
  box(text: string): Locator {
    return this.changes.filter({ hasText: text }).getByRole('checkbox');
  }

  button(name: string): Locator {
    return this.dialog.getByRole('button', { name, exact: true });
  }
}
