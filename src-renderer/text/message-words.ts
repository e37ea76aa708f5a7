import type { Message, MessageKey, MessageParameters } from '@contract/messages.ts';

/** The words of one language for every message: a text, or a function of its parameters, which may hold further messages. */
export type MessageWords = {
  [K in MessageKey]: MessageParameters[K] extends null
    ? string
    : (parameters: MessageParameters[K], say: (message: Message) => string) => string;
};
