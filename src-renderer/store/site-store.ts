import { create } from 'zustand';
import type { Camera } from '@contract/models/camera.ts';
import type { NvrWithLogin } from '@contract/models/nvr.ts';
import { request } from '../api/ipc-client.ts';

interface SiteState {
  isLoaded: boolean;
  nvrs: NvrWithLogin[];
  /** In the order of the wall. */
  cameras: Camera[];
}

const useSite = create<SiteState>(() => ({ isLoaded: false, nvrs: [], cameras: [] }));

/** All recorders. */
export const useNvrs = (): NvrWithLogin[] => useSite((state) => state.nvrs);
/** All cameras in the order of the wall. */
export const useCameras = (): Camera[] => useSite((state) => state.cameras);
/** False until the first listing: then an empty wall is not yet a fact. */
export const useIsSiteLoaded = (): boolean => useSite((state) => state.isLoaded);

/** The cameras outside React. */
export function currentCameras(): Camera[] {
  return useSite.getState().cameras;
}

/** Lists recorders and cameras again; on failure the last known ones stay. */
export async function loadSite(): Promise<void> {
  const [nvrs, cameras] = await Promise.all([request('nvr:list', {}), request('camera:list', {})]);
  if (nvrs.ok && cameras.ok) {
    useSite.setState({ isLoaded: true, nvrs: nvrs.value, cameras: cameras.value });
  }
}
