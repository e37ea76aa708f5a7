import type { SpawnOptions } from 'node:child_process';

/** What to spawn so that go2rtc cannot outlive the app, whatever kills it. */
export interface SpawnPlan {
  command: string;
  args: string[];
  options: SpawnOptions;
  /** True when the child leads a process group that can be killed as a whole. */
  isGroupLeader: boolean;
}

/**
 * The shell becomes go2rtc (`exec`, same pid) after leaving a watcher behind that reads file descriptor 3, a pipe
 * whose other end only the app holds. When the app dies, even by SIGKILL, the read ends and the watcher kills go2rtc.
 */
const LIFELINE_SCRIPT = [
  "(trap '' TERM INT HUP; exec >/dev/null 2>&1; cat <&3; kill -KILL $$) &",
  'exec 3<&-',
  'exec "$@"',
].join('\n');

/**
 * Linux and macOS: the lifeline above. Windows: libuv puts every child that is not detached into a job object
 * that the system ends with its owner (JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE), so a plain spawn is enough.
 */
export function planSpawn(
  platform: NodeJS.Platform,
  binary: string,
  configFile: string,
  env: NodeJS.ProcessEnv,
): SpawnPlan {
  const args = ['-config', configFile];
  if (platform === 'win32') {
    return {
      command: binary,
      args,
      options: { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true, detached: false, env },
      isGroupLeader: false,
    };
  }
  return {
    command: '/bin/sh',
    args: ['-c', LIFELINE_SCRIPT, 'opus-go2rtc', binary, ...args],
    options: { stdio: ['ignore', 'pipe', 'pipe', 'pipe'], detached: true, env },
    isGroupLeader: true,
  };
}
