import { onTestFinished, vi } from 'vitest';

const realNow = performance.now.bind(performance);
let passedMs = 0;

/**
 * Lets a pause pass at once for what reads performance.now() in this process, which main's services do for everything that lasts. Timers,
 * sockets, other processes and the recorder go on as they are. Ends with the test.
 */
export function passTime(ms: number): void {
  passedMs += ms;
  const spy = vi.spyOn(performance, 'now').mockImplementation(() => realNow() + passedMs);
  onTestFinished(() => {
    spy.mockRestore();
    passedMs = 0;
  });
}
