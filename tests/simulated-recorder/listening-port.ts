import { once } from 'node:events';
import type { Server } from 'node:net';

const HOST = '127.0.0.1';

/** Opens a server on the loopback only and says on which port; port 0 takes a free one. */
export async function listenOnLoopback(server: Server, port: number): Promise<number> {
  server.listen(port, HOST);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No TCP port was opened');
  return address.port;
}

/** Stops accepting and waits until the last connection is gone; a server that never listened is fine. */
export async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return;
  await new Promise((resolve) => server.close(resolve));
}
