import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { beforeEach, expect, it, vi } from 'vitest';
import { guardClosing } from '../../../../src-main/shell/windows/close-question.ts';

const { app } = await vi.hoisted(async () => {
  const events = await import('node:events');
  return { app: new events.EventEmitter() };
});
vi.mock('electron', () => ({ app, dialog: {} }));

class FakeWindow extends EventEmitter {
  destroy = vi.fn(() => this.emit('closed'));
  isDestroyed = (): boolean => this.destroy.mock.calls.length > 0;
  preventDefault = vi.fn();

  /** As a person does. */
  close(): void {
    this.emit('close', { preventDefault: this.preventDefault });
  }
}

let window: FakeWindow;
let recordings: number;
let answer: (isConfirmed: boolean) => void;
const onClosing = vi.fn();
const ask = vi.fn(() => new Promise<boolean>((resolve) => (answer = resolve)));

beforeEach(() => {
  vi.clearAllMocks();
  app.removeAllListeners();
  window = new FakeWindow();
  recordings = 0;
  const options = { countRecordings: () => recordings, onClosing, ask };
  guardClosing(window as unknown as BrowserWindow, options);
});

it('closes at once when nothing is recorded, whatever the page says', async () => {
  window.close();
  await vi.waitFor(() => expect(window.destroy).toHaveBeenCalledOnce());
  expect(onClosing).toHaveBeenCalledOnce();
  expect(ask).not.toHaveBeenCalled();
});

it('says at once that it goes, and only once, however often it is closed', async () => {
  window.close();
  expect(onClosing).toHaveBeenCalledOnce();
  window.close();
  await vi.waitFor(() => expect(window.destroy).toHaveBeenCalledOnce());
  expect(onClosing).toHaveBeenCalledOnce();
});

it('asks once while something is recorded, and stays when the answer is no', async () => {
  recordings = 2;
  window.close();
  window.close();
  expect(ask).toHaveBeenCalledExactlyOnceWith(window, 2);
  answer(false);
  await vi.waitFor(() => {
    window.close();
    expect(ask).toHaveBeenCalledTimes(2);
  });
  expect(window.destroy).not.toHaveBeenCalled();
});

it('closes when the answer is yes', async () => {
  recordings = 1;
  window.close();
  answer(true);
  await vi.waitFor(() => expect(window.destroy).toHaveBeenCalledOnce());
});

it('asks nobody when the system ends the app, and lets go of it afterwards', async () => {
  recordings = 1;
  app.emit('before-quit');
  window.close();
  await vi.waitFor(() => expect(window.destroy).toHaveBeenCalledOnce());
  expect(ask).not.toHaveBeenCalled();
  expect(app.listenerCount('before-quit')).toBe(0);
});
