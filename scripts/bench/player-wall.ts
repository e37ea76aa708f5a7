import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cpuSpentMs, cpuTimes, treeOf } from '../process-usage.ts';
import type { RecorderProcess } from '../recorder-process.ts';
import type { Samples } from './measures.ts';
import { PAGE_TILES, SENT_PER_SECOND } from './round.ts';
import { streamUrl } from './stock-go2rtc.ts';

const SIDE = 4;
/** A keyframe interval of 4 s, and some time to get going. */
const WARM_UP_MS = 7_000;
const MS_PER_SECOND = 1_000;

interface Place {
  left: number;
  top: number;
  width: number;
  height: number;
}

type Player = (url: string, place: Place) => string[];

/** What Debian has, the better one first. Both play all frames: without sound there is no clock to drop them for. */
const PLAYERS: Record<string, Player> = {
  mpv: (url, { left, top, width, height }) => [
    ...['--no-config', '--really-quiet', '--no-audio', '--no-border', '--no-osc', '--vo=x11'],
    ...[
      '--profile=low-latency',
      '--framedrop=no',
      '--rtsp-transport=tcp',
      '--no-keepaspect-window',
    ],
    ...[`--geometry=${width}x${height}+${left}+${top}`, url],
  ],
  ffplay: (url, { left, top, width, height }) => [
    ...['-loglevel', 'error', '-nostats', '-an', '-noborder', '-rtsp_transport', 'tcp'],
    ...['-x', String(width), '-y', String(height), '-left', String(left), '-top', String(top)],
    ...['-noframedrop', url],
  ],
};

/** The player that is installed here, if any. */
export function findPlayer(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const folders = (env['PATH'] ?? '').split(path.delimiter);
  return Object.keys(PLAYERS).find((name) =>
    folders.some((folder) => existsSync(path.join(folder, name))),
  );
}

interface WallOptions {
  player: string;
  recorder: RecorderProcess;
  /** WIDTHxHEIGHT over all windows together. */
  windowSize: string;
  env: NodeJS.ProcessEnv;
  steadyMs: number;
  stopping: AbortSignal;
}

/** Plays one page in native windows straight from the recorder: what decoding and painting cost without a browser. */
export async function measurePlayerWall(options: WallOptions): Promise<Samples> {
  const { steadyMs, stopping } = options;
  const players = Array.from({ length: PAGE_TILES }, (_, index) => startPlayer(options, index));
  try {
    await sleep(WARM_UP_MS, undefined, { signal: stopping });
    const pids = players.map(({ pid }) => pid ?? 0);
    const before = cpuTimes(treeOf(pids));
    await sleep(steadyMs, undefined, { signal: stopping });
    const cpuMs = cpuSpentMs(before, cpuTimes(treeOf(pids)));
    const ended = players.filter(({ exitCode }) => exitCode !== null).length;
    if (ended > 0) throw new Error(`${ended} of ${PAGE_TILES} players ended by themselves`);
    return { cpuPerFrame: [cpuMs / ((SENT_PER_SECOND * steadyMs) / MS_PER_SECOND)] };
  } finally {
    await Promise.all(players.map(end));
  }
}

function startPlayer(options: WallOptions, index: number): ChildProcess {
  const { player, recorder, env } = options;
  const [width = 0, height = 0] = options.windowSize.split('x').map((px) => Number(px) / SIDE);
  const place = {
    ...{ width: Math.floor(width), height: Math.floor(height) },
    left: Math.floor((index % SIDE) * width),
    top: Math.floor(Math.floor(index / SIDE) * height),
  };
  const url = streamUrl(recorder, (index + 1) * 100 + 2);
  const args = PLAYERS[player]?.(url, place) ?? [];
  const child = spawn(player, args, { env: { ...process.env, ...env }, stdio: 'ignore' });
  // what could not be started has no exit code, and no CPU time either
  child.on('error', () => child.kill());
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}
