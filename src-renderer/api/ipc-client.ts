import { appError } from '@contract/app-error.ts';
import type { BridgeApi } from '@contract/bridge-api.ts';
import type { EventChannel, Events, RequestChannel, Requests } from '@contract/ipc-contract.ts';
import { err, type Result } from '@contract/result.ts';

declare global {
  interface Window {
    readonly opus: BridgeApi;
  }
}

/** Asks main. Never rejects: a broken channel is an error value like any other. */
export async function request<C extends RequestChannel>(
  channel: C,
  payload: Requests[C]['input'],
): Promise<Result<Requests[C]['response']>> {
  try {
    return await window.opus.request(channel, payload);
  } catch {
    return err(appError('internal', 'The app did not answer. Restart it if this goes on.'));
  }
}

/** Listens to main; returns the function that ends it. */
export function onEvent<E extends EventChannel>(
  event: E,
  listener: (payload: Events[E]) => void,
): () => void {
  return window.opus.on(event, listener);
}
