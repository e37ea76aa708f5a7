import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

const DEVTOOLS_LINE = /^DevTools listening on (ws:\S+)$/;

/** Where an Electron that was started with a debugging port can be driven; it says so on stderr. */
export async function devtoolsAddress(child: ChildProcess): Promise<string> {
  if (child.stderr === null) throw new Error('the app was started without stderr');
  const lines = createInterface({ input: child.stderr });
  const tail: string[] = [];
  for await (const line of lines) {
    const address = DEVTOOLS_LINE.exec(line)?.[1];
    if (address !== undefined) {
      // Read on, or the app would block on a full pipe.
      child.stderr.resume();
      return address;
    }
    tail.push(line);
  }
  throw new Error(`the app ended before its window opened:\n${tail.join('\n')}`);
}
