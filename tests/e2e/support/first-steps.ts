import { expect, type Page } from '@playwright/test';
import type { SimulatedRecorder } from '../../simulated-recorder/index.ts';
import { AdminLock } from '../pages/admin-lock.ts';
import { ask } from './ask.ts';

/** The reviewer's worst password, in every end-to-end test. */
export const PASSWORD = 'p@ss:w/rd #1%';
/** The recorder's user. */
export const USER = 'guard';
/** The station's admin PIN. */
export const PIN = '048213';
/** As many as the usual recorder has. */
export const CHANNELS = 16;

/** What a test may say about an NVR that is added without the form. */
export interface NvrToAdd {
  name: string;
  password: string;
  /** Its channels are numbered from 1. */
  maxChannels: number;
}

/** Sets the PIN as the first start would, for tests of something else. */
export async function setPin(page: Page): Promise<void> {
  const set = await ask(page, 'admin:set-pin', { pin: PIN });
  expect(set).toMatchObject({ ok: true });
  await expect(new AdminLock(page).chip).toBeVisible();
}

/** Adds an NVR as the form would, for tests of something else. */
export async function addNvr(
  page: Page,
  { rtspPort, httpPort }: SimulatedRecorder,
  entries: Partial<NvrToAdd> = {},
): Promise<void> {
  const added = await ask(page, 'nvr:add', {
    ...{ name: 'Warehouse', host: '127.0.0.1', rtspPort, httpPort, username: USER },
    ...{ password: PASSWORD, maxChannels: CHANNELS, ...entries },
  });
  expect(added).toMatchObject({ ok: true });
}

/** What a refused or lost WebSocket leaves in the console; tests cut connections all the time. */
const SOCKET_NOISE = "WebSocket connection to 'ws://127.0.0.1";

/** The page's errors that no test provoked. */
export function unexpectedErrors(pageErrors: readonly string[]): string[] {
  return pageErrors.filter((text) => !text.includes(SOCKET_NOISE));
}
