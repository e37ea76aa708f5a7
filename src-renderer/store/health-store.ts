import { create } from 'zustand';
import type { RecorderHealth } from '@contract/models/health.ts';
import { request } from '../api/ipc-client.ts';
import { healthsAfter } from '../model/health-list.ts';
import { closeEvents, openEvents } from './event-store.ts';

interface HealthState {
  /** By NVR. */
  health: Readonly<Record<number, RecorderHealth>>;
  isPanelOpen: boolean;
  /** Whose health somebody asked for, and how often: asking again shows it again. */
  asked: { nvrId: number; times: number } | null;
}

const useHealth = create<HealthState>(() => ({ health: {}, isPanelOpen: false, asked: null }));

/** What main tells while it is being asked is newer than its answer. */
let toldMeanwhile = new Set<number>();

/** How NVRs are, by their ids; one that nothing is known of is missing. */
export const useHealths = (): Readonly<Record<number, RecorderHealth>> =>
  useHealth((state) => state.health);
/** Whether the panel is there. */
export const useIsHealthPanelOpen = (): boolean => useHealth((state) => state.isPanelOpen);

/** Whose health somebody asked for; null: nobody's in particular. */
export const useAskedHealth = (): HealthState['asked'] => useHealth((state) => state.asked);

/** The same outside React. */
export function isHealthPanelOpen(): boolean {
  return useHealth.getState().isPanelOpen;
}

/** Takes main's word on one NVR. */
export function noteHealth(health: RecorderHealth): void {
  toldMeanwhile.add(health.nvrId);
  useHealth.setState((before) => ({ health: { ...before.health, [health.nvrId]: health } }));
}

/** Asks how all are; the last known ones stay when that fails. */
export async function loadHealth(): Promise<void> {
  toldMeanwhile = new Set();
  const listed = await request('health:list', {});
  if (!listed.ok) return;
  useHealth.setState(({ health }) => ({
    health: healthsAfter(health, listed.value, toldMeanwhile),
  }));
}

/**
 * Opens the panel, in the place of the list of events.
 * @param nvrId whose health is asked for
 */
export function openHealth(nvrId: number | null = null): void {
  closeEvents();
  useHealth.setState(({ asked }) => ({
    isPanelOpen: true,
    asked: nvrId === null ? null : { nvrId, times: (asked?.times ?? 0) + 1 },
  }));
  void loadHealth();
}

/** Closes it. */
export function closeHealth(): void {
  useHealth.setState({ isPanelOpen: false });
}

/** Opens the list of events, in the place of the panel. */
export function openEventsInstead(): void {
  closeHealth();
  openEvents();
}
