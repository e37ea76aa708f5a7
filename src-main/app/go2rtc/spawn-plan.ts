import type { SpawnOptions } from 'node:child_process';
import { existsSync } from 'node:fs';

/** What to spawn so that go2rtc cannot outlive the app, whatever kills it. */
export interface SpawnPlan {
  command: string;
  args: string[];
  options: SpawnOptions;
  /** True when the child leads a process group that can be killed as a whole. */
  isGroupLeader: boolean;
}

/**
 * Closes what Chromium left open for every child (pipes, snapshots, the archive): only the lifeline and the standard streams stay.
 * dash, Debian's sh, cannot name descriptors above 9, so bash is taken where it is.
 */
const CLOSING_SCRIPT = [
  "if (eval 'exec 19>&-') 2>/dev/null; then closes_all=1; else closes_all=0; fi",
  'for file in /proc/self/fd/* /dev/fd/*; do',
  '  fd=${file##*/}',
  '  case $fd in',
  '    [0-3] | *[!0-9]*) ;;',
  '    [4-9]) eval "exec $fd>&-" ;;',
  '    *) [ $closes_all = 0 ] || eval "exec $fd>&-" ;;',
  '  esac',
  'done',
];

/**
 * The shell becomes go2rtc (`exec`, same pid) after leaving a watcher behind that reads file descriptor 3, a pipe
 * whose other end only the app holds. When the app dies, even by SIGKILL, the read ends and the watcher kills go2rtc.
 */
const LIFELINE_SCRIPT = [
  ...CLOSING_SCRIPT,
  "(trap '' TERM INT HUP; exec >/dev/null 2>&1; cat <&3; kill -KILL $$) &",
  'exec 3<&-',
  'exec "$@"',
].join('\n');
const SHELLS = { best: '/bin/bash', everywhere: '/bin/sh' };

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
    command: existsSync(SHELLS.best) ? SHELLS.best : SHELLS.everywhere,
    args: ['-c', LIFELINE_SCRIPT, 'opus-go2rtc', binary, ...args],
    options: { stdio: ['ignore', 'pipe', 'pipe', 'pipe'], detached: true, env },
    isGroupLeader: true,
  };
}
