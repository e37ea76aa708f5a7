import { readdirSync, readFileSync } from 'node:fs';

/** A running process as the system shows it to everybody. */
export interface RunningProcess {
  pid: number;
  parent: number;
  args: string[];
}

/** Every process except zombies and kernel threads, which have no arguments. */
export function runningProcesses(): RunningProcess[] {
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  return pids.flatMap((pid) => {
    try {
      const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1);
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      const parent = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]);
      return args.length === 0 ? [] : [{ pid, parent, args }];
    } catch {
      return []; // gone meanwhile
    }
  });
}

/** The go2rtc processes that run with a config file in `folder`, without the shells that watch over them. */
export function go2rtcsOf(folder: string): number[] {
  return runningProcesses()
    .filter(({ args }) => args[1] === '-config' && args[2]?.startsWith(folder))
    .map(({ pid }) => pid);
}

/** Everything whose arguments name `folder`: go2rtc and its watchers. */
export function allNaming(folder: string): RunningProcess[] {
  return runningProcesses().filter(
    ({ pid, args }) => pid !== process.pid && args.some((arg) => arg.includes(folder)),
  );
}
