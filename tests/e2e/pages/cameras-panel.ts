import type { Locator, Page } from '@playwright/test';

/** The list of cameras under Manage as a person uses it. Holds no assertions. */
export class CamerasPanel {
  readonly manage: Locator;
  readonly grid: Locator;
  /** Those that are drawn: a long list holds more. */
  readonly rows: Locator;
  readonly search: Locator;
  /** What lies over the list: a question or a form of its own. */
  readonly renameDialog: Locator;
  readonly moveDialog: Locator;
  readonly removeDialog: Locator;
  readonly unsavedDialog: Locator;
  readonly side: Locator;
  readonly bulkBar: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.manage = page.getByRole('dialog', { name: 'Manage' });
    this.grid = this.manage.getByRole('grid', { name: 'Cameras' });
    this.rows = this.grid.locator('[data-camera-id]');
    this.search = this.manage.getByLabel('Search cameras');
    this.renameDialog = page.getByRole('dialog', { name: /^Rename/ });
    this.moveDialog = page.getByRole('dialog', { name: /^Move/ });
    this.removeDialog = page.getByRole('dialog', { name: /^Remove/ });
    this.unsavedDialog = page.getByRole('dialog', { name: 'Unsaved changes' });
    this.side = this.manage.getByRole('complementary', { name: 'Camera' });
    this.bulkBar = this.manage.getByRole('group', { name: 'Selected cameras' });
  }

  async open(): Promise<void> {
    await this.#page.getByRole('banner').getByRole('button', { name: 'Manage' }).click();
    await this.manage.getByRole('tab', { name: 'Cameras' }).click();
  }

  async close(): Promise<void> {
    await this.manage.getByRole('button', { name: 'Close' }).click();
  }

  row(name: string): Locator {
    return this.rows.filter({ has: this.#page.getByText(name, { exact: true }) });
  }

  field(label: string): Locator {
    return this.side.getByLabel(label, { exact: true });
  }

  async save(): Promise<void> {
    await this.side.getByRole('button', { name: 'Save' }).click();
  }

  filter(name: 'All' | 'Problems' | 'Disabled'): Locator {
    return this.manage.getByRole('group', { name: 'Show' }).getByRole('button', { name });
  }

  async tick(...names: string[]): Promise<void> {
    for (const name of names) await this.row(name).getByRole('checkbox').click();
  }

  async act(name: string): Promise<void> {
    await this.bulkBar.getByRole('button', { name, exact: true }).click();
  }
}
