import { create } from 'zustand';
import type { RequestChannel, Requests } from '@contract/ipc-contract.ts';
import type { AdminStatus } from '@contract/models/admin.ts';
import type { Result } from '@contract/result.ts';
import { type Refusal, request } from '../api/ipc-client.ts';

interface AdminState {
  /** Null for the first moments: then nothing is known to be allowed. */
  status: AdminStatus | null;
  /** performance.now() when main said so: its durations count from there. */
  toldAtMs: number;
  /** True while the unlock dialog is wanted. */
  isAsking: boolean;
}

const useAdmin = create<AdminState>(() => ({ status: null, toldAtMs: 0, isAsking: false }));

/** All that wait for the one unlock dialog. Functions are no state, so they are not in the store. */
let waiting: ((isUnlocked: boolean) => void)[] = [];

/** Main's last word on the lock. */
export const useAdminStatus = (): AdminStatus | null => useAdmin((state) => state.status);
/** True while the unlock dialog is to be seen. */
export const useIsAskingForPin = (): boolean => useAdmin((state) => state.isAsking);
/** True while changing requests are answered. */
export const useIsUnlocked = (): boolean => useAdmin(({ status }) => status?.state === 'unlocked');
/** When the app locks itself, on the clock of performance.now(); null while it is locked. */
export const useUnlockedUntilMs = (): number | null =>
  useAdmin(({ status, toldAtMs }) =>
    status?.state === 'unlocked' ? toldAtMs + status.expiresInMs : null,
  );
/** Until when no PIN may be tried, on the clock of performance.now(); 0 when there is no block. */
export const useBlockedUntilMs = (): number =>
  useAdmin(({ status, toldAtMs }) =>
    status?.state === 'locked' && status.blockedForMs > 0 ? toldAtMs + status.blockedForMs : 0,
  );

/** Takes main's word; once unlocked, whatever waited for it goes on. */
export function setAdminStatus(status: AdminStatus): void {
  useAdmin.setState({ status, toldAtMs: performance.now() });
  if (status.state === 'unlocked') settle(true);
}

/** Asks for what events have told before the page listened. */
export async function loadAdminStatus(): Promise<void> {
  const status = await request('admin:get-status', {});
  if (status.ok) setAdminStatus(status.value);
}

/** Opens the unlock dialog and resolves when it is over: true when the app is unlocked. */
export function askForPin(): Promise<boolean> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    useAdmin.setState({ isAsking: true });
  });
}

/** The unlock dialog was closed: whatever waited for it does not happen. */
export function cancelPin(): void {
  settle(false);
}

/** Does it when the app is unlocked, or as soon as it has been. */
export async function whenUnlocked(act: () => void): Promise<void> {
  if (useAdmin.getState().status?.state === 'unlocked' || (await askForPin())) act();
}

/** Locks now, or asks for the PIN: one key for both. */
export function toggleLock(): void {
  if (useAdmin.getState().status?.state === 'unlocked') void lockNow();
  else void askForPin();
}

/** Locks now. */
export async function lockNow(): Promise<void> {
  const status = await request('admin:lock', {});
  if (status.ok) setAdminStatus(status.value);
}

/** Sends a changing request. When main finds the app locked meanwhile, it goes on after the PIN: nothing typed is lost. */
export async function adminRequest<C extends RequestChannel>(
  channel: C,
  payload: Requests[C]['input'],
): Promise<Result<Requests[C]['response'], Refusal>> {
  const answer = await request(channel, payload);
  if (answer.ok || answer.error.code !== 'not-permitted') return answer;
  return (await askForPin()) ? request(channel, payload) : answer;
}

function settle(isUnlocked: boolean): void {
  const settled = waiting;
  waiting = [];
  useAdmin.setState({ isAsking: false });
  for (const resolve of settled) resolve(isUnlocked);
}
