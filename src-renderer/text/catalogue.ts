import { admin } from './en/admin.ts';
import { cameras } from './en/cameras.ts';
import { commands } from './en/commands.ts';
import { common } from './en/common.ts';
import { messages } from './en/messages.ts';
import { nvrs } from './en/nvrs.ts';
import { probe } from './en/probe.ts';
import { recordings } from './en/recordings.ts';
import { shell } from './en/shell.ts';
import { site } from './en/site.ts';
import { sync } from './en/sync.ts';
import { tile } from './en/tile.ts';
import { ui } from './en/ui.ts';
import { wall } from './en/wall.ts';

/** All that the page says, in the language that is shown. */
export const text = {
  admin,
  cameras,
  commands,
  common,
  messages,
  nvrs,
  probe,
  recordings,
  shell,
  site,
  sync,
  tile,
  ui,
  wall,
};
