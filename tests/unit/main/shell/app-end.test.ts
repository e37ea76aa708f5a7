import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { endWith } from '../../../../src-main/shell/app-end.ts';

const { app, exit, relaunch, quit } = await vi.hoisted(async () => {
  const { EventEmitter } = await import('node:events');
  const calls = { exit: vi.fn(), relaunch: vi.fn(), quit: vi.fn() };
  return { ...calls, app: Object.assign(new EventEmitter(), calls) };
});
vi.mock('electron', () => ({ app }));

const preventDefault = vi.fn();
let stopped: () => void;
const stop = vi.fn(() => new Promise<void>((resolve) => (stopped = resolve)));

beforeEach(() => {
  vi.clearAllMocks();
  app.removeAllListeners();
  endWith({ start: () => Promise.resolve(), stop });
});

afterEach(() => vi.unstubAllGlobals());

it('ends the process by itself, also when the services have nothing to stop', async () => {
  stop.mockResolvedValueOnce(undefined);
  app.emit('will-quit', { preventDefault });
  expect(preventDefault).toHaveBeenCalled();
  await vi.waitFor(() => expect(exit).toHaveBeenCalledExactlyOnceWith(0));
  expect(quit).not.toHaveBeenCalled();
});

it('stops once, however often it is told', async () => {
  app.emit('will-quit', { preventDefault });
  app.emit('will-quit', { preventDefault });
  expect(preventDefault).toHaveBeenCalledTimes(2);
  stopped();
  await vi.waitFor(() => expect(exit).toHaveBeenCalledOnce());
  expect(stop).toHaveBeenCalledOnce();
  expect(relaunch).not.toHaveBeenCalled();
});

it('starts anew for whoever started the app while it was ending, but resets nothing again', async () => {
  vi.stubGlobal('process', { ...process, argv: ['opus-nvr', '.', '--reset-admin-pin', '--yes'] });
  app.emit('second-instance');
  app.emit('will-quit', { preventDefault });
  app.emit('second-instance');
  stopped();
  await vi.waitFor(() => expect(exit).toHaveBeenCalledOnce());
  expect(relaunch).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ args: ['.'] }));
});

it('does not start anew for a start before the end', async () => {
  app.emit('second-instance');
  app.emit('will-quit', { preventDefault });
  stopped();
  await vi.waitFor(() => expect(exit).toHaveBeenCalledOnce());
  expect(relaunch).not.toHaveBeenCalled();
});
