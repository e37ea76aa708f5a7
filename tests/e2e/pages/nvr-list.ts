import type { Locator, Page } from '@playwright/test';

/** The NVRs part of the Manage dialog as an installer uses it. Holds no assertions. */
export class NvrList {
  readonly dialog: Locator;
  readonly rows: Locator;
  readonly undo: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.dialog = page.getByRole('dialog', { name: 'Manage' });
    this.rows = this.dialog.getByRole('tabpanel').getByRole('listitem');
    this.undo = page.getByRole('button', { name: 'Undo', exact: true });
  }

  async open(): Promise<void> {
    await this.#page.getByRole('banner').getByRole('button', { name: 'Manage' }).click();
  }

  async close(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Close' }).click();
  }

  row(name: string): Locator {
    return this.rows.filter({ hasText: name });
  }

  button(name: string): Locator {
    return this.dialog.getByRole('button', { name, exact: true });
  }

  /** Of the question before something typed is lost. */
  answer(name: 'Discard' | 'Go on editing'): Locator {
    return this.#page
      .getByRole('dialog', { name: 'Unsaved changes' })
      .getByRole('button', { name });
  }

  field(label: string): Locator {
    return this.dialog.getByLabel(label, { exact: true });
  }

  /** Opens a recorder's form, changes some fields and saves. */
  async edit(name: string, entries: Record<string, string>): Promise<void> {
    await this.button(`Edit ${name}`).click();
    for (const [label, text] of Object.entries(entries)) await this.field(label).fill(text);
    await this.button('Save').click();
  }

  async addSingle(entries: Record<string, string>): Promise<void> {
    await this.button('Add camera by RTSP address…').click();
    for (const [label, text] of Object.entries(entries)) await this.field(label).fill(text);
    await this.button('Add camera').click();
  }
}
