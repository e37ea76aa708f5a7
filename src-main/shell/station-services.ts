import type { AppInfo } from '@contract/models/app-info.ts';
import { ok } from '@contract/result.ts';
import type { AppServices } from '../app/app-services.ts';
import { CsvExports } from '../app/csv-export/csv-exports.ts';
import type { Logger } from '../app/logging/logger.ts';
import { PageErrors } from '../app/logging/page-errors.ts';
import type { ClipService } from '../app/saved-media/clip-service.ts';
import { createClips } from '../app/saved-media/create-clips.ts';
import { Snapshots } from '../app/saved-media/snapshots.ts';
import { SiteFiles } from '../app/site/site-files.ts';
import type { SavedFiles } from './saved-files.ts';

/** What a station has beside the app's services: its folders, what it says of itself. */
export interface StationParts {
  services: AppServices;
  info: AppInfo;
  files: SavedFiles;
  /** Asks somebody where a file is to be saved; null: they changed their mind. */
  chooseFile: (suggestedName: string) => Promise<string | null>;
  log: Logger;
}

/** What requests are answered from beside the app's services. */
export interface StationServices extends Omit<StationParts, 'services' | 'chooseFile' | 'log'> {
  clips: ClipService;
  snapshots: Snapshots;
  siteFiles: SiteFiles;
  csv: CsvExports;
  pageErrors: PageErrors;
}

/** The services that write where people keep their files, wired. The clips still want to be started, last of all. */
export function createStationServices(parts: StationParts): StationServices {
  const { services, info, files, chooseFile, log } = parts;
  const { nvrs, admin, transfer } = services;
  return {
    ...{ info, files, pageErrors: new PageErrors(log) },
    clips: createClips({
      ...{ services, log },
      beginFile: (baseName) => files.begin({ kind: 'videos', baseName, extension: 'mp4' }),
    }),
    snapshots: new Snapshots({
      listCameras: () => nvrs.listCameras(),
      saveFile: (baseName, data) =>
        files.save({ kind: 'pictures', baseName, extension: 'png', data }),
    }),
    csv: new CsvExports({
      ...services,
      listCameras: () => nvrs.listCameras(),
      beginFile: async (name) => {
        const file = await chooseFile(name);
        return file === null ? ok(null) : files.beginAt(file);
      },
    }),
    siteFiles: new SiteFiles({
      ...{ transfer, version: info.version },
      confirmPin: (pin) => admin.confirm(pin),
      saveFile: (baseName, data) =>
        files.save({ kind: 'documents', baseName, extension: 'json', data }),
    }),
  };
}
