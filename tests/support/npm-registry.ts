import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';

const BLOCK_BYTES = 512;

/** One package of a registry. */
export interface ServedPackage {
  name: string;
  version: string;
  files: Record<string, string>;
  /** True: the archive is not the one the registry's integrity was made of. */
  isForged?: boolean;
}

/** Serves npm packages on loopback, as the registry does, until the test ends; answers with its address. */
export async function serveRegistry(packages: readonly ServedPackage[]): Promise<string> {
  const server = createServer((request, response) => {
    const url = decodeURIComponent(request.url ?? '');
    const archive = packages.find(({ name }) => url === `/${name}/archive.tgz`);
    if (archive) {
      response.end(pack(archive.isForged ? { ...archive.files, more: 'x' } : archive.files));
      return;
    }
    const asked = packages.find(({ name }) => url === `/${name}`);
    if (!asked) response.statusCode = 404;
    const base = `http://${request.headers.host ?? ''}`;
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(asked ? packument(asked, base) : {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

function packument({ name, version, files }: ServedPackage, base: string): object {
  const integrity = `sha512-${createHash('sha512').update(pack(files)).digest('base64')}`;
  const dist = { tarball: `${base}/${name}/archive.tgz`, integrity };
  return {
    name,
    'dist-tags': { latest: version },
    versions: { [version]: { name, version, dist } },
  };
}

function pack(files: Record<string, string>): Buffer {
  const entries = Object.entries(files).map(([name, text]) => tarEntry(`package/${name}`, text));
  return gzipSync(Buffer.concat([...entries, Buffer.alloc(2 * BLOCK_BYTES)]));
}

/** A file in the form of POSIX tar (ustar). */
function tarEntry(name: string, text: string): Buffer {
  const data = Buffer.from(text);
  const header = Buffer.alloc(BLOCK_BYTES);
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, '0')}\0`;
  header.write(name, 0);
  header.write(octal(0o644, 7), 100);
  header.write(octal(data.length, 11), 124);
  header.write(octal(0, 11), 136);
  header.write('        0', 148);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  const padding = (BLOCK_BYTES - (data.length % BLOCK_BYTES)) % BLOCK_BYTES;
  return Buffer.concat([header, data, Buffer.alloc(padding)]);
}
