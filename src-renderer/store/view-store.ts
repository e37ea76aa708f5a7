import { create } from 'zustand';
import { DEFAULT_VIEW, type GridSide, type PictureFit, type View } from '@contract/models/view.ts';
import { request } from '../api/ipc-client.ts';
import { clampPage, pageOf, tilesPerPage, turnPage } from '../model/paging.ts';
import { currentWallCameras } from './site-store.ts';

interface ViewState extends View {
  /** Only in memory: a station that starts should show its wall. */
  fullscreenCameraId: number | null;
  /** The tile that has, or had, the focus. */
  focusedCameraId: number | null;
  lastTurn: PageTurn | null;
  isStatsShown: boolean;
}

/** One turn of a page or, in fullscreen, to the next camera. */
interface PageTurn {
  step: 1 | -1;
  /** performance.now() */
  atMs: number;
  /** Right after another one: somebody is leafing through and may not stay. */
  isHurried: boolean;
}

const HURRIED_WITHIN_MS = 600;
/** So long a page must stay before a hurried turn opens new streams for it. */
const HURRIED_PAUSE_MS = 350;

const useView = create<ViewState>(() => ({
  ...DEFAULT_VIEW,
  fullscreenCameraId: null,
  focusedCameraId: null,
  lastTurn: null,
  isStatsShown: false,
}));

/** Tiles along one side. */
export const useGridSide = (): GridSide => useView((state) => state.gridSide);
/** The chosen page, 0-based; clamp it before use. */
export const usePage = (): number => useView((state) => state.page);
/** The camera that fills the window, or null. */
export const useFullscreenCameraId = (): number | null =>
  useView((state) => state.fullscreenCameraId);
/** The camera that is meant: the one in fullscreen, or else the one whose tile had the focus last; null before there is any. */
export const useChosenCameraId = (): number | null =>
  useView((state) => state.fullscreenCameraId ?? state.focusedCameraId);
/** The newest turn since the grid was chosen, or null. */
export const useLastTurn = (): PageTurn | null => useView((state) => state.lastTurn);
/** Whether each tile says what its stream is like. */
export const useIsStatsShown = (): boolean => useView((state) => state.isStatsShown);

/** How pictures lie in their tiles. */
export const usePictureFit = (): PictureFit => useView((state) => state.fit);
/** How loud the camera that fills the window is heard, 0 to 1. */
export const useVolume = (): number => useView((state) => state.volume);
/** Whether pages that are not seen may stay connected for a moment. */
export const useIsKeepingPages = (): boolean => useView((state) => state.isKeepingPages);

/** Whether alarm cameras come to the front. */
export const useIsPoppingUp = (): boolean => useView((state) => state.isPoppingUp);

/** The same outside React. */
export function isPoppingUp(): boolean {
  return useView.getState().isPoppingUp;
}

/** The page that is shown, or lies behind a camera in fullscreen. */
export function currentPage(): number {
  return useView.getState().page;
}

/** How long a tile waits before it opens a new stream: leafing through 20 pages must not open and close hundreds. */
export function startPauseMs(): number {
  return useView.getState().lastTurn?.isHurried === true ? HURRIED_PAUSE_MS : 0;
}

/** Shows or hides what the streams are like. */
export function toggleStats(): void {
  useView.setState(({ isStatsShown }) => ({ isStatsShown: !isStatsShown }));
}

/** Shows pictures whole, or fills their tiles with them. */
export function toggleFit(): void {
  remember({ fit: useView.getState().fit === 'contain' ? 'cover' : 'contain' });
}

/** Lets pages that are not seen stay connected, or not. */
export function toggleKeepingPages(): void {
  remember({ isKeepingPages: !useView.getState().isKeepingPages });
}

/** Lets alarm cameras come to the front, or not. */
export function togglePoppingUp(): void {
  remember({ isPoppingUp: !useView.getState().isPoppingUp });
}

/** Brings the wall back as it was left. */
export async function loadView(): Promise<void> {
  const view = await request('view:get', {});
  if (view.ok) useView.setState(view.value);
}

/** Changes the grid and stays with the first camera that is visible now. */
export function chooseGrid(gridSide: GridSide): void {
  const { page, gridSide: before } = useView.getState();
  const firstVisible = clampPage(page, currentWallCameras().length, before) * tilesPerPage(before);
  // What would have come next is another page now.
  useView.setState({ lastTurn: null });
  goTo({ gridSide, page: pageOf(firstVisible, gridSide) });
}

/** Turns one page forward or back; in fullscreen, one camera. */
export function turn(step: 1 | -1): void {
  const { fullscreenCameraId, gridSide, page } = useView.getState();
  const cameras = currentWallCameras();
  noteTurn(step);
  if (fullscreenCameraId === null) {
    goTo({ gridSide, page: turnPage(page, step, cameras.length, gridSide) });
    return;
  }
  const index = cameras.findIndex((camera) => camera.id === fullscreenCameraId);
  const next = cameras[(index + step + cameras.length) % cameras.length];
  if (next) openFullscreen(next.id);
}

/** Shows this page of the wall, from a camera in fullscreen too. */
export function goToPage(page: number): void {
  goTo({ gridSide: useView.getState().gridSide, page });
}

/** @param volume 0 to 1 */
export function setVolume(volume: number): void {
  remember({ volume: Math.min(1, Math.max(0, volume)) });
}

/** The tile that Tab comes to is this camera's. */
export function noteFocusedCamera(focusedCameraId: number | null): void {
  useView.setState({ focusedCameraId });
}

/** Shows the page a camera is on. */
export function showCamera(cameraId: number): void {
  const { gridSide } = useView.getState();
  const index = currentWallCameras().findIndex((camera) => camera.id === cameraId);
  if (index >= 0) goTo({ gridSide, page: pageOf(index, gridSide) });
}

/** Fills the window with one camera; the page follows, so that going back shows where it stands. */
export function openFullscreen(cameraId: number): void {
  showCamera(cameraId);
  useView.setState({ fullscreenCameraId: cameraId });
}

/** Fills the window with the camera that has this number: its place on the wall, from 1. */
export function openNumber(number: number): void {
  const camera = currentWallCameras()[number - 1];
  if (camera) openFullscreen(camera.id);
}

/** Whether one camera fills the window, outside React. */
export function isFullscreen(): boolean {
  return useView.getState().fullscreenCameraId !== null;
}

/** Back to the wall. */
export function closeFullscreen(): void {
  useView.setState({ fullscreenCameraId: null });
}

function noteTurn(step: 1 | -1): void {
  const atMs = performance.now();
  useView.setState(({ lastTurn }) => {
    const isHurried = lastTurn !== null && atMs - lastTurn.atMs < HURRIED_WITHIN_MS;
    return { lastTurn: { step, atMs, isHurried } };
  });
}

function goTo(place: Pick<View, 'gridSide' | 'page'>): void {
  useView.setState({ fullscreenCameraId: null });
  remember(place);
}

function remember(change: Partial<View>): void {
  useView.setState(change);
  const { gridSide, page, fit, isKeepingPages, isPoppingUp, volume } = useView.getState();
  // A preference that could not be stored is no reason to disturb a guard.
  void request('view:set', { gridSide, page, fit, isKeepingPages, isPoppingUp, volume });
}
