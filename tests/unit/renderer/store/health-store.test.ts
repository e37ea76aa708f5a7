import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { currentEvents } from '../../../../src-renderer/store/event-store.ts';
import {
  closeHealth,
  isHealthPanelOpen,
  openEventsInstead,
  openHealth,
} from '../../../../src-renderer/store/health-store.ts';

const request = vi.fn<(channel: string, payload: unknown) => Promise<unknown>>();
vi.stubGlobal('window', { opus: { request } });

beforeEach(() => void request.mockReset());
afterEach(closeHealth);

it('the panel and the list of events take each other’s place', () => {
  request.mockReturnValue(new Promise(() => undefined));
  openEventsInstead();
  expect([isHealthPanelOpen(), currentEvents().isPanelOpen]).toEqual([false, true]);
  openHealth();
  expect([isHealthPanelOpen(), currentEvents().isPanelOpen]).toEqual([true, false]);
  openEventsInstead();
  expect([isHealthPanelOpen(), currentEvents().isPanelOpen]).toEqual([false, true]);
});
