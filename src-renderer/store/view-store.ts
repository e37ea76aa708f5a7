import { create } from 'zustand';
import { DEFAULT_VIEW, type GridSide, type View } from '@contract/models/view.ts';
import { request } from '../api/ipc-client.ts';
import { clampPage, pageOf, tilesPerPage, turnPage } from '../model/paging.ts';
import { currentWallCameras } from './site-store.ts';

interface ViewState extends View {
  /** Only in memory: a station that starts should show its wall. */
  fullscreenCameraId: number | null;
}

const useView = create<ViewState>(() => ({ ...DEFAULT_VIEW, fullscreenCameraId: null }));

/** Tiles along one side. */
export const useGridSide = (): GridSide => useView((state) => state.gridSide);
/** The chosen page, 0-based; clamp it before use. */
export const usePage = (): number => useView((state) => state.page);
/** The camera that fills the window, or null. */
export const useFullscreenCameraId = (): number | null =>
  useView((state) => state.fullscreenCameraId);

/** Brings the wall back as it was left. */
export async function loadView(): Promise<void> {
  const view = await request('view:get', {});
  if (view.ok) useView.setState(view.value);
}

/** Changes the grid and stays with the first camera that is visible now. */
export function chooseGrid(gridSide: GridSide): void {
  const { page, gridSide: before } = useView.getState();
  const firstVisible = clampPage(page, currentWallCameras().length, before) * tilesPerPage(before);
  remember({ gridSide, page: pageOf(firstVisible, gridSide) });
}

/** Turns one page forward or back; in fullscreen, one camera. */
export function turn(step: 1 | -1): void {
  const { fullscreenCameraId, gridSide, page } = useView.getState();
  const cameras = currentWallCameras();
  if (fullscreenCameraId === null) {
    remember({ gridSide, page: turnPage(page, step, cameras.length, gridSide) });
    return;
  }
  const index = cameras.findIndex((camera) => camera.id === fullscreenCameraId);
  const next = cameras[(index + step + cameras.length) % cameras.length];
  if (next) openFullscreen(next.id);
}

/** Shows the page a camera is on. */
export function showCamera(cameraId: number): void {
  const { gridSide } = useView.getState();
  const index = currentWallCameras().findIndex((camera) => camera.id === cameraId);
  if (index >= 0) remember({ gridSide, page: pageOf(index, gridSide) });
}

/** Fills the window with one camera; the page follows, so that going back shows where it stands. */
export function openFullscreen(cameraId: number): void {
  showCamera(cameraId);
  useView.setState({ fullscreenCameraId: cameraId });
}

/** Back to the wall. */
export function closeFullscreen(): void {
  useView.setState({ fullscreenCameraId: null });
}

function remember(view: View): void {
  useView.setState({ ...view, fullscreenCameraId: null });
  // A preference that could not be stored is no reason to disturb a guard.
  void request('view:set', view);
}
