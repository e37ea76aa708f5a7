import { appError } from '@contract/app-error.ts';
import { message } from '@contract/messages.ts';
import type { BridgeApi } from '@contract/bridge-api.ts';
import type { EventChannel, Events, RequestChannel, Requests } from '@contract/ipc-contract.ts';
import { err, type Result } from '@contract/result.ts';

type IpcListener = (event: unknown, payload: unknown) => void;

/** The part of Electron's ipcRenderer the bridge needs; a test passes a fake. */
export interface IpcPort {
  invoke(channel: string, payload: unknown): Promise<unknown>;
  on(channel: string, listener: IpcListener): unknown;
  removeListener(channel: string, listener: IpcListener): unknown;
}

/** The contract's names; the build writes them into the preload, which would else carry every schema and Zod with them. */
export interface ChannelNames {
  readonly requests: readonly string[];
  readonly events: readonly string[];
}

/** Builds the page's door: names outside the contract never reach Electron, and its event object never reaches the page. */
export function createBridge(port: IpcPort, names: ChannelNames): BridgeApi {
  return {
    async request<C extends RequestChannel>(channel: C, payload: Requests[C]['input']) {
      if (!names.requests.includes(channel)) {
        return err(appError('invalid-request', message('unknown-request')));
      }
      return (await port.invoke(channel, payload)) as Result<Requests[C]['response']>;
    },
    on<E extends EventChannel>(event: E, listener: (payload: Events[E]) => void) {
      if (!names.events.includes(event)) return () => undefined;
      const forward: IpcListener = (_event, payload) => listener(payload as Events[E]);
      port.on(event, forward);
      return () => void port.removeListener(event, forward);
    },
  };
}
