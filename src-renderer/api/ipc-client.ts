import { appError, type AppError } from '@contract/app-error.ts';
import type { BridgeApi } from '@contract/bridge-api.ts';
import type { EventChannel, Events, RequestChannel, Requests } from '@contract/ipc-contract.ts';
import { message } from '@contract/messages.ts';
import { err, type Result } from '@contract/result.ts';
import { fieldTexts, messageText } from '../text/message-text.ts';

declare global {
  interface Window {
    readonly opus: BridgeApi;
  }
}

/** Main's refusal with its words: `message` is a sentence for the person at the desk, `fields` one for each field. */
export interface Refusal extends Omit<AppError, 'message' | 'fields'> {
  message: string;
  fields?: Record<string, string>;
}

/** Asks main. Never rejects: a broken channel is an error value like any other. */
export async function request<C extends RequestChannel>(
  channel: C,
  payload: Requests[C]['input'],
): Promise<Result<Requests[C]['response'], Refusal>> {
  try {
    const answer = await window.opus.request(channel, payload);
    return answer.ok ? answer : err(inWords(answer.error));
  } catch {
    return err(inWords(appError('internal', message('no-answer'))));
  }
}

function inWords({ message: said, fields, ...error }: AppError): Refusal {
  const words = { ...error, message: messageText(said) };
  return fields === undefined ? words : { ...words, fields: fieldTexts(fields) };
}

/** Listens to main; returns the function that ends it. */
export function onEvent<E extends EventChannel>(
  event: E,
  listener: (payload: Events[E]) => void,
): () => void {
  return window.opus.on(event, listener);
}
