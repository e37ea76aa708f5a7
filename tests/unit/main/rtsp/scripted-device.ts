import net from 'node:net';
import { onTestFinished } from 'vitest';

/** One request as a scripted device got it. */
export interface ScriptedRequest {
  method: string;
  url: string;
  text: string;
  authorization: string | null;
}

/** What a scripted device does with a request: bytes to send as they are, or null to hang up. */
export type Script = (request: ScriptedRequest, count: number) => string | null;

/** An RTSP server that answers by script, byte for byte: for what no well-behaved server would say. */
export async function scriptedDevice(script: Script) {
  const requests: ScriptedRequest[] = [];
  let connections = 0;
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    let pending = '';
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      pending += chunk.toString('latin1');
      for (let end = pending.indexOf('\r\n\r\n'); end >= 0; end = pending.indexOf('\r\n\r\n')) {
        const text = pending.slice(0, end);
        pending = pending.slice(end + 4);
        const [method = '', url = ''] = text.split(' ');
        const authorization = /^Authorization: (.*)$/m.exec(text)?.[1]?.trim() ?? null;
        requests.push({ method, url, text, authorization });
        const cseq = /^CSeq: (\d+)$/m.exec(text)?.[1] ?? '';
        const answer = script({ method, url, text, authorization }, requests.length);
        if (answer === null) socket.destroy();
        else socket.write(answer.replaceAll('{cseq}', cseq), 'latin1');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as net.AddressInfo;
  return { port, requests, connections: () => connections, sockets: () => [...sockets] };
}
