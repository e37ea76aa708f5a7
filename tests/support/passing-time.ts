import { onTestFinished, vi } from 'vitest';

/**
 * Lets a pause pass at once for what reads performance.now() in this process, which main's services do for everything that lasts. Timers,
 * sockets, other processes and the recorder go on as they are. Ends with the test.
 */
export function passTime(ms: number): void {
  const now = performance.now.bind(performance);
  const spy = vi.spyOn(performance, 'now').mockImplementation(() => now() + ms);
  onTestFinished(() => spy.mockRestore());
}
