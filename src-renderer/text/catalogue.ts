import { common } from './en/common.ts';
import { messages } from './en/messages.ts';
import { probe } from './en/probe.ts';
import { site } from './en/site.ts';
import { sync } from './en/sync.ts';

/** All that the page says, in the language that is shown. */
export const text = { common, messages, probe, site, sync };
