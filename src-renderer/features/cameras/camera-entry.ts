import type { Camera } from '@contract/models/camera.ts';
import type { NvrWithLogin } from '@contract/models/nvr.ts';

/** One camera as the list shows it. */
export interface CameraEntry {
  camera: Camera;
  /** Undefined for the moment in which its recorder is being removed. */
  nvr: NvrWithLogin | undefined;
  /** 1-based place on the wall, counted over all cameras. */
  number: number;
  /** Everything that can be searched, folded. */
  searchText: string;
}

/** All cameras, in the order of the wall, with what the list says about them. */
export function cameraEntries(
  cameras: readonly Camera[],
  nvrs: readonly NvrWithLogin[],
): CameraEntry[] {
  const byId = new Map(nvrs.map((nvr) => [nvr.id, nvr]));
  return cameras.map((camera, index) => {
    const nvr = byId.get(camera.nvrId);
    const searchText = fold(`${camera.name}\n${nvr?.name ?? ''}\n${camera.notes}`);
    return { camera, nvr, number: index + 1, searchText };
  });
}

/** Text as it is compared: “Sud” finds “Süd”. */
export function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
