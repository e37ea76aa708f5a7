import { once } from 'node:events';
import net from 'node:net';

/** A TCP port on loopback that is free now. go2rtc cannot report a port it chose itself, so it is chosen for it; losing the race to another program costs one restart. */
export async function findFreePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
