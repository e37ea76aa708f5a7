import { execFileSync } from 'node:child_process';

/** One running process. */
export interface ProcessInfo {
  pid: number;
  args: string;
}

/** All processes whose command line holds the text; every station of a test has its own userData path to look for. */
export function processesWith(text: string): ProcessInfo[] {
  const table = execFileSync('ps', ['-eww', '-o', 'pid=,args='], { encoding: 'utf8' });
  return table
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null)
    .map(([, pid, args]) => ({ pid: Number(pid), args: args ?? '' }))
    .filter(({ args, pid }) => args.includes(text) && pid !== process.pid);
}

/** The go2rtc processes of one station. The shell that is about to become go2rtc, or watches over it, does not count. */
export function go2rtcProcesses(userData: string): ProcessInfo[] {
  return processesWith(userData).filter(({ args }) => /^\S*go2rtc(\.exe)? -config/.test(args));
}
