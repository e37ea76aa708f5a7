import { create } from 'zustand';
import type { Camera } from '@contract/models/camera.ts';
import type { NvrWithLogin, RecorderState } from '@contract/models/nvr.ts';
import type { SiteChange } from '@contract/models/site-change.ts';
import { request } from '../api/ipc-client.ts';
import { rowsAfter } from '../model/row-change.ts';
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
/** Changes that came while rows are being listed: they are newer than what that brings, or in it already. Null: nothing is being listed. */
let toldMeanwhile: SiteChange[] | null = null;

/** A recorder is otherwise than it was listed. */
export function setRecorderState(state: RecorderState): void {
  told.note(state);
  useSite.setState(({ nvrs }) => ({ nvrs: reuseUnchanged(nvrs, told.over(nvrs)) }));
}

/** Takes main's word on NVRs and cameras that were added, changed or removed. */
export function applySiteChange(change: SiteChange): void {
  toldMeanwhile?.push(change);
  const { upserted, removed } = change.nvrs;
  // Such a row has the state of the moment in which it was told.
  for (const id of [...removed, ...upserted.map(({ id: changed }) => changed)]) told.forget(id);
  if (useSite.getState().isLoaded) show(useSite.getState(), [change]);
}

/** Lists recorders and cameras: what events have told before the page listened. On failure the last known ones stay. */
export async function loadSite(): Promise<void> {
  told.beginListing();
  const changes: SiteChange[] = [];
  toldMeanwhile = changes;
  const [nvrs, cameras] = await Promise.all([request('nvr:list', {}), request('camera:list', {})]);
  toldMeanwhile = null;
  if (nvrs.ok && cameras.ok) show({ nvrs: nvrs.value, cameras: cameras.value }, changes);
}

function show(listed: Pick<SiteState, 'nvrs' | 'cameras'>, changes: readonly SiteChange[]): void {
  useSite.setState((before) => {
    const { nvrs, cameras } = changes.reduce(siteAfter, listed);
    const site = {
      nvrs: reuseUnchanged(before.nvrs, told.over(nvrs)),
      cameras: reuseUnchanged(before.cameras, cameras),
    };
    const wallCameras = reuseUnchanged(before.wallCameras, onWall(site.cameras, site.nvrs));
    return { isLoaded: true, ...site, wallCameras };
  });
  keepTroublesOf(new Set(currentWallCameras().map(({ id }) => id)));
}

function siteAfter(
  { nvrs, cameras }: Pick<SiteState, 'nvrs' | 'cameras'>,
  change: SiteChange,
): Pick<SiteState, 'nvrs' | 'cameras'> {
  return {
    nvrs: rowsAfter(nvrs, change.nvrs, (one, other) => one.id - other.id),
    cameras: rowsAfter(
      cameras,
      change.cameras,
      (one, other) => one.position - other.position || one.id - other.id,
    ),
  };
}

function onWall(cameras: readonly Camera[], nvrs: readonly NvrWithLogin[]): Camera[] {
  const enabled = new Set(nvrs.filter((nvr) => nvr.isEnabled).map(({ id }) => id));
  return cameras.filter((camera) => camera.isEnabled && enabled.has(camera.nvrId));
}
