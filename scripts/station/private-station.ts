import { ENDING_SIGNALS } from '../foreground.ts';
import { startPrivateDesktop } from '../desktop/private-desktop.ts';

const INTERRUPTED_EXIT_CODE = 130;

/**
 * Runs something that starts the app, always on a desktop of its own where there is one (Linux): the app keeps passwords in
 * the keychain under the names of its installation, and the user's own must not be overwritten. Ctrl-C aborts `stopping`;
 * the answer is the exit code.
 */
export async function onPrivateDesktop(
  run: (env: NodeJS.ProcessEnv, stopping: AbortSignal) => Promise<number>,
): Promise<number> {
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  // held until the end, so that a second Ctrl-C cannot cut the cleaning up short
  for (const signal of ENDING_SIGNALS) process.on(signal, stop);
  const desktop = process.platform === 'linux' ? await startPrivateDesktop() : undefined;
  const running = run(desktop?.env ?? {}, stopping.signal);
  try {
    return await Promise.race([running, whenAborted(stopping.signal)]);
  } catch (error) {
    if (stopping.signal.aborted) return INTERRUPTED_EXIT_CODE;
    throw error;
  } finally {
    // ends everything that was started: whoever still waits for it gives up and removes its files
    await desktop?.stop();
    await running.catch(() => undefined);
    for (const signal of ENDING_SIGNALS) process.off(signal, stop);
  }
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const onAbort = () => reject(new Error('interrupted'));
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort);
  });
}
