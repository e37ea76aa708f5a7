import type { Camera } from '@contract/models/camera.ts';
import type { SavedFile } from '@contract/models/site.ts';
import type { Snapshot } from '@contract/models/snapshot.ts';
import { err, type Result } from '@contract/result.ts';
import { cameraFileName } from '../files/camera-file-name.ts';
import { NO_CAMERA } from './clip-errors.ts';

/** What saving pictures works with. */
export interface SnapshotsOptions {
  listCameras: () => Promise<Camera[]>;
  /** Writes a new picture file; the name holds no extension. */
  saveFile: (name: string, png: Uint8Array) => Promise<Result<SavedFile>>;
}

/** Keeps the picture of a tile, under its camera's name and time. */
export class Snapshots {
  readonly #options: SnapshotsOptions;

  constructor(options: SnapshotsOptions) {
    this.#options = options;
  }

  async save(snapshot: Snapshot): Promise<Result<SavedFile>> {
    const { cameraId, png, frozenSinceMs, recordedAtMs } = snapshot;
    const camera = (await this.#options.listCameras()).find(({ id }) => id === cameraId);
    if (camera === undefined) return err(NO_CAMERA);
    const name = cameraFileName(camera.name, new Date(recordedAtMs ?? frozenSinceMs ?? Date.now()));
    const kind = recordedAtMs !== null ? ' recorded' : frozenSinceMs !== null ? ' frozen' : '';
    return this.#options.saveFile(`${name}${kind}`, png);
  }
}
