import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import type { DebuggableApp } from '../devtools/debuggable-app.ts';
import { nameOf, ownMemoryMb, renderersAmong, treeOf } from '../process-usage.ts';
import type { GaugeName } from './gauges.ts';

/** The state of an established connection in the kernel's table. */
const ESTABLISHED = '01';
const HEX = 16;

/** Reads every gauge of the running app now. */
export async function readGauges(
  app: DebuggableApp,
  rtspPort: number,
): Promise<Record<GaugeName, number>> {
  await app.page.collectGarbage();
  const metrics = await app.page.metrics();
  const processes = treeOf([app.pid]);
  const renderers = renderersAmong(processes);
  const go2rtc = processes.filter((pid) => nameOf(pid).startsWith('go2rtc'));
  const named = new Set([app.pid, ...renderers, ...go2rtc]);
  return {
    rendererMemory: ownMemoryMb(renderers),
    mainMemory: ownMemoryMb([app.pid]),
    helperMemory: ownMemoryMb(processes.filter((pid) => !named.has(pid))),
    go2rtcMemory: ownMemoryMb(go2rtc),
    listeners: metrics['JSEventListeners'] ?? Number.NaN,
    nodes: metrics['Nodes'] ?? Number.NaN,
    videos: await app.page.countInstances('HTMLVideoElement'),
    sockets: processes.reduce((count, pid) => count + socketsOf(pid), 0),
    sessions: connectionsTo(readFileSync('/proc/net/tcp', 'utf8'), rtspPort),
  };
}

/** How many connections of a table like /proc/net/tcp lead to this port, seen from the clients' side. */
export function connectionsTo(table: string, port: number): number {
  const lines = table.split('\n').slice(1);
  return lines.filter((line) => {
    const [, , remote = '', state] = line.trim().split(/\s+/);
    return state === ESTABLISHED && Number.parseInt(remote.split(':')[1] ?? '', HEX) === port;
  }).length;
}

function socketsOf(pid: number): number {
  try {
    const folder = `/proc/${pid}/fd`;
    return readdirSync(folder).filter((fd) => isSocket(`${folder}/${fd}`)).length;
  } catch {
    return 0; // gone meanwhile
  }
}

function isSocket(link: string): boolean {
  try {
    return readlinkSync(link).startsWith('socket:');
  } catch {
    return false; // closed meanwhile
  }
}
