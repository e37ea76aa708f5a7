import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const TCP_LISTEN = '0A';

/** "tcp 127.0.0.1:1984" for every port a process has open for others, from the kernel's own tables. */
export function listeningSockets(pid: number): string[] {
  const inodes = new Set(
    readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? [];
      } catch {
        return []; // closed meanwhile
      }
    }),
  );
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((protocol) =>
    readFileSync(`/proc/net/${protocol}`, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => inodes.has(fields[9] ?? ''))
      .filter((fields) => protocol.startsWith('udp') || fields[3] === TCP_LISTEN)
      .map((fields) => `${protocol} ${readable(fields[1] ?? '')}`),
  );
}

/** The kernel prints IPv4 addresses as little-endian hexadecimal. */
function readable(address: string): string {
  const [host = '', port = ''] = address.split(':');
  const number = Number.parseInt(port, 16);
  if (host.length !== 8) return `[${host}]:${number}`;
  const bytes = host.match(/../g) ?? [];
  return `${bytes
    .reverse()
    .map((byte) => Number.parseInt(byte, 16))
    .join('.')}:${number}`;
}
