import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';

/** Debian's user without rights, on every machine. */
const NOBODY = 65_534;

/** Why a package cannot be installed for a test here, as a sentence, or null. */
export function installObstacle(packageName: string): string | null {
  if (process.platform !== 'linux') return 'debs are for Linux';
  if (process.getuid?.() !== 0) return 'installing needs root';
  if (!existsSync('/usr/bin/dpkg-deb')) return 'there is no dpkg here';
  if (isInstalled(packageName)) return `${packageName} is installed here already and is left alone`;
  return null;
}

function isInstalled(packageName: string): boolean {
  try {
    const args = ['-W', '-f', '${db:Status-Abbrev}', packageName];
    const status = execFileSync('dpkg-query', args, { encoding: 'utf8', stdio: 'pipe' });
    return !status.startsWith('un');
  } catch {
    return false;
  }
}

/** Runs a program as a user without any rights, with nothing of our environment but PATH; answers with its exit code and words. */
export async function runAsNobody(
  command: readonly string[],
  env: Record<string, string>,
): Promise<{ exitCode: number; output: string }> {
  const user = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
  const child = spawn('setpriv', [...user, '--', ...command], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  await once(child, 'close');
  return { exitCode: child.exitCode ?? 1, output };
}

/** How the kernel confines one process. */
export interface Confinement {
  /** 2: system calls are filtered. */
  seccomp: number;
  /** More than 1: a process namespace of its own. */
  pidNamespaces: number;
  uid: number;
}

/** The renderers of an installed program that run now, each as the kernel sees it (proc(5)). */
export function confinedRenderers(executable: string): Confinement[] {
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid) && isRenderer(pid, executable))
    .flatMap((pid) => readConfinement(pid));
}

function isRenderer(pid: string, executable: string): boolean {
  try {
    return (
      readlinkSync(path.join('/proc', pid, 'exe')) === executable &&
      readFileSync(path.join('/proc', pid, 'cmdline'), 'utf8').includes('--type=renderer')
    );
  } catch {
    return false; // it has just ended
  }
}

function readConfinement(pid: string): Confinement[] {
  try {
    const status = readFileSync(path.join('/proc', pid, 'status'), 'utf8');
    const field = (name: string) => new RegExp(`^${name}:\\s+(.+)$`, 'm').exec(status)?.[1] ?? '';
    return [
      {
        seccomp: Number(field('Seccomp')),
        pidNamespaces: field('NSpid').split(/\s+/).length,
        uid: Number(field('Uid').split(/\s+/)[0]),
      },
    ];
  } catch {
    return [];
  }
}
