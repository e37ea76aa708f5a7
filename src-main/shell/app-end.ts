import { app } from 'electron';
import type { Service } from '../app/lifecycle/service.ts';

/** What a start that finds the former one ending must not repeat. */
const ONCE_ONLY = new Set(['--reset-admin-pin', '--yes']);

/**
 * Closing the window ends the app everywhere; the process is gone when every service has stopped, within the group's deadline.
 * Whoever starts the app again meanwhile is answered by this process (there is one instance), so it starts anew at its end.
 */
export function endWith(services: Service): void {
  let isEnding = false;
  let isWantedAgain = false;
  app.on('window-all-closed', () => app.quit());
  app.on('second-instance', () => (isWantedAgain ||= isEnding));
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (isEnding) return;
    isEnding = true;
    void services.stop().finally(() => {
      if (isWantedAgain) startAgain();
      // Not quit(): while the first one is still being refused, a second one is ignored, and the process would stay for ever.
      app.exit(0);
    });
  });
}

function startAgain(): void {
  const args = process.argv.slice(1).filter((argument) => !ONCE_ONLY.has(argument));
  // An AppImage is unmounted when its process ends, so the file itself has to be started.
  app.relaunch({ execPath: process.env['APPIMAGE'] ?? process.execPath, args });
}
