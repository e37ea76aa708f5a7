import { messages } from './en/messages.ts';
import { probe } from './en/probe.ts';

/** All that the page says, in the language that is shown. */
export const text = { messages, probe };
