import type { Locator, Page } from '@playwright/test';
import type { SimulatedRecorder } from '../../simulated-recorder/index.ts';

/** The form's labels, as a person reads them. */
export interface NvrEntries {
  Name: string;
  Address: string;
  'HTTP port': string;
  'RTSP port': string;
  User: string;
  Password: string;
}

/** With this entry, channels are added by number, and the recorder is not asked. */
export interface PatternEntries extends NvrEntries {
  'Max channels': string;
}

/** What an installer would type for this recorder. */
export function importEntriesFor(recorder: SimulatedRecorder, password: string): NvrEntries {
  return {
    Name: 'Warehouse',
    Address: '127.0.0.1',
    'HTTP port': String(recorder.httpPort),
    'RTSP port': String(recorder.rtspPort),
    User: 'guard',
    Password: password,
  };
}

/** What an installer would type to add this recorder's 16 channels unseen. */
export function entriesFor(recorder: SimulatedRecorder, password: string): PatternEntries {
  return { ...importEntriesFor(recorder, password), 'Max channels': '16' };
}

/** The Add NVR dialog as a person uses it. Holds no assertions. */
export class AddNvrForm {
  readonly dialog: Locator;
  readonly channels: Locator;
  /** Adds the cameras that are ticked. */
  readonly addCameras: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.dialog = page.getByRole('dialog', { name: 'Add NVR' });
    this.channels = this.dialog.getByRole('region', { name: 'Cameras' }).getByRole('listitem');
    this.addCameras = this.dialog.getByRole('button', { name: /^Add \d+ camera/ });
  }

  async open(): Promise<void> {
    await this.#page.getByRole('banner').getByRole('button', { name: 'Add NVR' }).click();
  }

  field(label: keyof PatternEntries): Locator {
    return this.dialog.getByLabel(label, { exact: true });
  }

  button(name: string): Locator {
    return this.dialog.getByRole('button', { name, exact: true });
  }

  async fill(entries: Partial<PatternEntries>): Promise<void> {
    const isPattern = 'Max channels' in entries;
    if (isPattern && !(await this.field('Max channels').isVisible())) {
      await this.button('Add by pattern…').click();
    }
    for (const [label, text] of Object.entries(entries)) {
      await this.field(label as keyof PatternEntries).fill(text);
    }
  }

  /** Adds by pattern. */
  async submit(): Promise<void> {
    await this.button('Add NVR').click();
  }

  async add(entries: PatternEntries): Promise<void> {
    await this.open();
    await this.fill(entries);
    await this.submit();
  }

  /** Looks at the recorder; adding its cameras is another click. */
  async connect(entries: NvrEntries): Promise<void> {
    await this.open();
    await this.fill(entries);
    await this.button('Connect').click();
  }
}
