import type { Camera } from '@contract/models/camera.ts';
import type { NvrWithLogin } from '@contract/models/nvr.ts';

/** One camera as the list shows it. */
export interface CameraEntry {
  camera: Camera;
  /** Undefined for the moment in which its recorder is being removed. */
  nvr: NvrWithLogin | undefined;
  /** 1-based place on the wall, counted over all cameras. */
  number: number;
}

/** All cameras, in the order of the wall, with what the list says about them. */
export function cameraEntries(
  cameras: readonly Camera[],
  nvrs: readonly NvrWithLogin[],
): CameraEntry[] {
  const byId = new Map(nvrs.map((nvr) => [nvr.id, nvr]));
  return cameras.map((camera, index) => ({
    camera,
    nvr: byId.get(camera.nvrId),
    number: index + 1,
  }));
}

/** Folded once for each listing, and only when somebody searches. */
const searchTexts = new WeakMap<CameraEntry, string>();

/** Everything of an entry that can be searched, folded. */
export function searchText(entry: CameraEntry): string {
  const { camera, nvr } = entry;
  const known = searchTexts.get(entry);
  if (known !== undefined) return known;
  const text = fold(`${camera.name}\n${nvr?.name ?? ''}\n${camera.notes}`);
  searchTexts.set(entry, text);
  return text;
}

/** Text as it is compared: “Sud” finds “Süd”. */
export function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
