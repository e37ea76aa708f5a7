import type { StationApp } from '../station/station-app.ts';
import type { Subject } from './subject.ts';

/** The app itself, on data that has been set up. */
export function appSubject(station: StationApp, pageScript: string): Subject {
  return {
    name: 'ours',
    start: async () => {
      const app = await station.launch();
      try {
        await app.page.evaluate(pageScript);
      } catch (error) {
        await app.stop();
        throw error;
      }
      const { page, pid, startedAtEpochMs } = app;
      return { page, startedAtEpochMs, roots: [pid], stop: () => app.stop() };
    },
  };
}
