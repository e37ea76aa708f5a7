import type { EventChannel, Events, RequestChannel, Requests } from './ipc-contract.ts';
import type { Result } from './result.ts';

/** What the preload puts on `window.opus`: the only door between the page and the machine. */
export interface BridgeApi {
  request<C extends RequestChannel>(
    channel: C,
    payload: Requests[C]['input'],
  ): Promise<Result<Requests[C]['response']>>;
  /** Returns the function that ends the subscription. */
  on<E extends EventChannel>(event: E, listener: (payload: Events[E]) => void): () => void;
}
