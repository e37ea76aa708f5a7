import { Gateway } from './gateway.ts';
import type { FromGateway, ToGateway } from './gateway-messages.ts';

/** The gateway's own process begins here: Electron's utility process, or a plain Node child that was forked (tests). */
const { parentPort } = process as { parentPort?: ParentPort };

interface ParentPort {
  on: (event: 'message', listener: (event: { data: ToGateway }) => void) => void;
  postMessage: (message: FromGateway) => void;
}

const gateway = new Gateway((message) => {
  if (parentPort) parentPort.postMessage(message);
  else process.send?.(message);
});

if (parentPort) {
  parentPort.on('message', ({ data }) => void gateway.receive(data));
} else {
  process.on('message', (message) => void gateway.receive(message as ToGateway));
  // Main is gone.
  process.on('disconnect', () => process.exit());
}
