import { create } from 'zustand';
import type { Camera } from '@contract/models/camera.ts';
import type { NvrWithLogin, RecorderState } from '@contract/models/nvr.ts';
import { request } from '../api/ipc-client.ts';
import { coalesce } from '../model/coalesce.ts';
import { reuseUnchanged } from '../model/reuse.ts';
import { ToldStates } from '../model/told-states.ts';
import { keepTroublesOf } from './tile-store.ts';

interface SiteState {
  isLoaded: boolean;
  nvrs: NvrWithLogin[];
  /** All of them, in the order of the wall. */
  cameras: Camera[];
  /** Those that are on the wall: enabled, like their recorder. */
  wallCameras: Camera[];
}

const useSite = create<SiteState>(() => ({
  isLoaded: false,
  nvrs: [],
  cameras: [],
  wallCameras: [],
}));

/** All recorders. */
export const useNvrs = (): NvrWithLogin[] => useSite((state) => state.nvrs);
/** All cameras in the order of the wall, also those that are not on it. */
export const useAllCameras = (): Camera[] => useSite((state) => state.cameras);
/** The cameras of the wall. */
export const useWallCameras = (): Camera[] => useSite((state) => state.wallCameras);
/** False until the first listing: then an empty wall is not yet a fact. */
export const useIsSiteLoaded = (): boolean => useSite((state) => state.isLoaded);

/** The wall's cameras outside React. */
export function currentWallCameras(): Camera[] {
  return useSite.getState().wallCameras;
}

/** All cameras outside React. */
export function currentCameras(): Camera[] {
  return useSite.getState().cameras;
}

const told = new ToldStates<RecorderState>();

/** A recorder is otherwise than it was listed. */
export function setRecorderState(state: RecorderState): void {
  told.note(state);
  useSite.setState(({ nvrs }) => ({ nvrs: reuseUnchanged(nvrs, told.over(nvrs)) }));
}

/** Rows that change one after the other are each a listing of up to 4,096 cameras: those that come while one is under way share the next one. */
const list = coalesce(async () => {
  told.beginListing();
  const [nvrs, cameras] = await Promise.all([request('nvr:list', {}), request('camera:list', {})]);
  if (!nvrs.ok || !cameras.ok) return;
  useSite.setState((before) => {
    const site = {
      nvrs: reuseUnchanged(before.nvrs, told.over(nvrs.value)),
      cameras: reuseUnchanged(before.cameras, cameras.value),
    };
    const wallCameras = reuseUnchanged(before.wallCameras, onWall(site.cameras, site.nvrs));
    return { isLoaded: true, ...site, wallCameras };
  });
  keepTroublesOf(new Set(currentWallCameras().map(({ id }) => id)));
});

let latestListing: Promise<void> = Promise.resolve();

/** Lists recorders and cameras again; on failure the last known ones stay. */
export function loadSite(): Promise<void> {
  latestListing = list();
  return latestListing;
}

/** Makes a change and resolves when the store shows it. Main's event has mostly begun the listing by then: one is enough. */
export async function siteAfter<T>(change: () => Promise<T>): Promise<T> {
  const before = latestListing;
  const answer = await change();
  await (latestListing === before ? loadSite() : latestListing);
  return answer;
}

function onWall(cameras: readonly Camera[], nvrs: readonly NvrWithLogin[]): Camera[] {
  const enabled = new Set(nvrs.filter((nvr) => nvr.isEnabled).map(({ id }) => id));
  return cameras.filter((camera) => camera.isEnabled && enabled.has(camera.nvrId));
}
