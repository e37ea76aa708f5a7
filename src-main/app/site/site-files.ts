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
  /** The app's. */
  version: string;
}

/** How the wall is left whose page asks. */
interface Wall {
  view: View;
}

/** Site files as people at the desk have them: written among their documents, and brought in together with the view. */
export class SiteFiles {
  readonly #options: SiteFilesOptions;

  constructor(options: SiteFilesOptions) {
    this.#options = options;
  }

  /** With passwords only after the PIN, once more: an unlocked page alone must not take them away. */
  async export({ passphrase, pin }: SiteExport, wall: Wall): Promise<Result<SavedFile>> {
    const { transfer, confirmPin, saveFile, version } = this.#options;
    if (passphrase !== null) {
      const confirmed = await confirmPin(pin ?? '');
      if (!confirmed.ok) return confirmed;
    }
    const text = await transfer.export(passphrase, { app: version, view: wall.view });
    return text.ok ? saveFile(siteFileName(new Date()), text.value) : text;
  }

  preview(text: string): Promise<Result<SiteImportPreview>> {
    return this.#options.transfer.preview(text);
  }

  /** The file's view is taken over only where there was nothing to look at before. */
  async import(request: SiteImport, wall: Wall): Promise<Result<SiteImported>> {
    const taken = await this.#options.transfer.import(request);
    if (!taken.ok) return taken;
    const { view, ...imported } = taken.value;
    if (view !== null) wall.view = view;
    return ok(imported);
  }
}
