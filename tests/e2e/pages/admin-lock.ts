import type { Locator, Page } from '@playwright/test';

/** The admin lock as a person sees it: three dialogs and the chip in the bar. Holds no assertions. */
export class AdminLock {
  readonly setupDialog: Locator;
  readonly unlockDialog: Locator;
  readonly settingsDialog: Locator;
  /** Only there while the app is unlocked. */
  readonly chip: Locator;
  readonly timeLeft: Locator;
  readonly lockButton: Locator;
  readonly unlockButton: Locator;
  readonly settingsButton: Locator;

  constructor(page: Page) {
    this.setupDialog = page.getByRole('dialog', { name: 'Set the admin PIN' });
    this.unlockDialog = page.getByRole('dialog', { name: 'Enter the admin PIN' });
    this.settingsDialog = page.getByRole('dialog', { name: 'Admin settings' });
    this.chip = page.getByRole('group', { name: 'Admin' });
    this.timeLeft = this.chip.getByRole('timer');
    this.lockButton = this.chip.getByRole('button', { name: 'Lock' });
    this.settingsButton = this.chip.getByRole('button', { name: 'Admin settings' });
    this.unlockButton = page.getByRole('banner').getByRole('button', { name: 'Unlock' });
  }

  get pinField(): Locator {
    return this.unlockDialog.getByLabel('Admin PIN', { exact: true });
  }

  async setUp(pin: string, repeated = pin): Promise<void> {
    await this.setupDialog.getByLabel('New PIN').fill(pin);
    await this.setupDialog.getByLabel('Repeat PIN').fill(repeated);
    await this.setupDialog.getByRole('button', { name: 'Set PIN' }).click();
  }

  /** Types the PIN into the dialog that is open. */
  async enter(pin: string): Promise<void> {
    await this.pinField.fill(pin);
    await this.unlockDialog.getByRole('button', { name: 'Unlock' }).click();
  }

  async changePin(current: string, next: string): Promise<void> {
    await this.settingsDialog.getByLabel('Current PIN').fill(current);
    await this.settingsDialog.getByLabel('New PIN', { exact: true }).fill(next);
    await this.settingsDialog.getByLabel('Repeat new PIN').fill(next);
    await this.settingsDialog.getByRole('button', { name: 'Change PIN' }).click();
  }
}
