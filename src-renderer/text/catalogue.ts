import { probe } from './en/probe.ts';

/** All that the page says, in the language that is shown. */
export const text = { probe };
