import { readFileSync } from 'node:fs';
import { descendantsOf, readProcessTable } from './desktop/process-sweep.ts';

/** Linux tells programs so, whatever its own clock does (USER_HZ, see proc(5)). */
const MS_PER_TICK = 10;
/** Fields of /proc/PID/stat behind the name: user and system time. */
const USER_TIME_FIELD = 11;
const SYSTEM_TIME_FIELD = 12;
const BYTES_PER_KB = 1024;
const BYTES_PER_MB = 1_000_000;

/** The processes `roots` and everything below them. */
export function treeOf(roots: readonly number[]): number[] {
  const below = descendantsOf(new Set(roots), readProcessTable());
  return [...roots, ...below.map(({ pid }) => pid)];
}

/** CPU time of each process in milliseconds, user and system together. */
export function cpuTimes(pids: readonly number[]): Map<number, number> {
  return new Map(pids.map((pid) => [pid, parseCpuMs(readProc(pid, 'stat'))]));
}

/** What was used between two readings; a process that came in between counts with all it has used. */
export function cpuSpentMs(
  before: ReadonlyMap<number, number>,
  after: ReadonlyMap<number, number>,
): number {
  let sum = 0;
  for (const [pid, cpuMs] of after) sum += Math.max(0, cpuMs - (before.get(pid) ?? 0));
  return sum;
}

/** Reads one line of /proc/PID/stat; 0 for a process that is gone. The name is in brackets and may hold any character. */
export function parseCpuMs(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[USER_TIME_FIELD] ?? 0) + Number(fields[SYSTEM_TIME_FIELD] ?? 0);
  return ticks * MS_PER_TICK;
}

/** Those of the processes in which Chromium runs pages. */
export function renderersAmong(pids: readonly number[]): number[] {
  return pids.filter((pid) => readProc(pid, 'cmdline').includes('--type=renderer'));
}

/** The program's own name; empty for a process that is gone. */
export function nameOf(pid: number): string {
  return readProc(pid, 'comm').trim();
}

/** Memory in megabytes: what is shared with others counts in proportion (PSS). */
export function memoryMb(pids: readonly number[]): number {
  return sumMb(pids, ['Pss']);
}

/** The same without what is mapped from files: its share changes whenever something else starts or ends that maps them too. */
export function ownMemoryMb(pids: readonly number[]): number {
  return sumMb(pids, ['Pss_Anon', 'Pss_Shmem']);
}

function sumMb(pids: readonly number[], fields: readonly string[]): number {
  const kb = pids.map((pid) => parseKb(readProc(pid, 'smaps_rollup'), fields));
  return (kb.reduce((sum, each) => sum + each, 0) * BYTES_PER_KB) / BYTES_PER_MB;
}

/** Adds up fields of /proc/PID/smaps_rollup; 0 for a process that is gone. */
export function parseKb(rollup: string, fields: readonly string[]): number {
  const values = fields.map(
    (field) => new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(rollup)?.[1],
  );
  return values.reduce((sum, value) => sum + Number(value ?? 0), 0);
}

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return ''; // gone meanwhile
  }
}
