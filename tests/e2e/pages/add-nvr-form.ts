import type { Locator, Page } from '@playwright/test';
import type { SimulatedRecorder } from '../../simulated-recorder/index.ts';

/** The form's labels, as a person reads them. */
export interface NvrEntries {
  Name: string;
  Address: string;
  'RTSP port': string;
  'HTTP port': string;
  User: string;
  Password: string;
  'Max channels': string;
}

/** What an installer would type for this recorder. */
export function entriesFor(recorder: SimulatedRecorder, password: string): NvrEntries {
  return {
    Name: 'Warehouse',
    Address: '127.0.0.1',
    'RTSP port': String(recorder.rtspPort),
    'HTTP port': String(recorder.httpPort),
    User: 'guard',
    Password: password,
    'Max channels': '16',
  };
}

/** The Add NVR dialog as a person uses it. Holds no assertions. */
export class AddNvrForm {
  readonly dialog: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.dialog = page.getByRole('dialog', { name: 'Add NVR' });
  }

  async open(): Promise<void> {
    await this.#page.getByRole('banner').getByRole('button', { name: 'Add NVR' }).click();
  }

  field(label: keyof NvrEntries): Locator {
    return this.dialog.getByLabel(label, { exact: true });
  }

  async fill(entries: Partial<NvrEntries>): Promise<void> {
    for (const [label, text] of Object.entries(entries)) {
      await this.field(label as keyof NvrEntries).fill(text);
    }
  }

  async submit(): Promise<void> {
    await this.dialog.getByRole('button', { name: /^Add/ }).click();
  }

  async add(entries: NvrEntries): Promise<void> {
    await this.open();
    await this.fill(entries);
    await this.submit();
  }
}
