import type {
  SavedFile,
  SiteExport,
  SiteImport,
  SiteImported,
  SiteImportPreview,
} from '@contract/models/site.ts';
import type { View } from '@contract/models/view.ts';
import { ok, type Result } from '@contract/result.ts';
import { siteFileName } from './site-file-name.ts';
import type { SiteTransfer } from './site-transfer.ts';

/** What site files need of this station. */
export interface SiteFilesOptions {
  transfer: Pick<SiteTransfer, 'export' | 'preview' | 'import'>;
  /** Asks for the admin PIN once more. */
  confirmPin: (pin: string) => Promise<Result<null>>;
  /** Writes a new file where people keep documents; the name holds no extension. */
  saveFile: (name: string, text: string) => Promise<Result<SavedFile>>;
  /** How the wall is left. */
  preferences: { view: View };
  /** The app's. */
  version: string;
}

/** Site files as people at the desk have them: written among their documents, and brought in together with the view. */
export class SiteFiles {
  readonly #options: SiteFilesOptions;

  constructor(options: SiteFilesOptions) {
    this.#options = options;
  }

  /** With passwords only after the PIN, once more: an unlocked page alone must not take them away. */
  async export({ passphrase, pin }: SiteExport): Promise<Result<SavedFile>> {
    const { transfer, confirmPin, saveFile, preferences, version } = this.#options;
    if (passphrase !== null) {
      const confirmed = await confirmPin(pin ?? '');
      if (!confirmed.ok) return confirmed;
    }
    const text = await transfer.export(passphrase, { app: version, view: preferences.view });
    return text.ok ? saveFile(siteFileName(new Date()), text.value) : text;
  }

  preview(text: string): Promise<Result<SiteImportPreview>> {
    return this.#options.transfer.preview(text);
  }

  /** The file's view is taken over only where there was nothing to look at before. */
  async import(request: SiteImport): Promise<Result<SiteImported>> {
    const { transfer, preferences } = this.#options;
    const taken = await transfer.import(request);
    if (!taken.ok) return taken;
    const { view, ...imported } = taken.value;
    if (view !== null) preferences.view = view;
    return ok(imported);
  }
}
