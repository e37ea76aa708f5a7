import fs from 'node:fs/promises';
import { readCommandLine } from './go2rtc-process.ts';

/**
 * Second line of defence against orphans, after the spawn plan's: kills a go2rtc that a former run noted in the pid file,
 * if that pid still belongs to a process started with our config file. True when one was killed.
 */
export async function sweepStaleChild(pidFile: string, configFile: string): Promise<boolean> {
  const pid = Number.parseInt(await fs.readFile(pidFile, 'utf8').catch(() => ''), 10);
  if (!Number.isSafeInteger(pid) || pid <= 1) return false;
  const commandLine = await readCommandLine(pid);
  await fs.rm(pidFile, { force: true });
  if (commandLine === null || !runsWithConfig(commandLine, configFile)) return false;
  try {
    process.kill(pid, 'SIGKILL');
    return true;
  } catch {
    return false;
  }
}

/** Whether a command line is one of our spawn plan's, and not of a program that merely mentions our file. Windows quotes paths with spaces. */
export function runsWithConfig(commandLine: string, configFile: string): boolean {
  return commandLine.replaceAll('"', '').trim().endsWith(` -config ${configFile}`);
}
