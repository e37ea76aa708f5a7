import { admin } from './en/admin.ts';
import { alarmCheck } from './en/alarm-check.ts';
import { cameras } from './en/cameras/cameras.ts';
import { commands } from './en/commands.ts';
import { common } from './en/common.ts';
import { events } from './en/events.ts';
import { health } from './en/health.ts';
import { messages } from './en/messages/messages.ts';
import { nvrs } from './en/nvrs/nvrs.ts';
import { probe } from './en/nvrs/probe.ts';
import { review } from './en/review.ts';
import { rules } from './en/rules.ts';
import { recordings } from './en/wall/recordings.ts';
import { shell } from './en/shell.ts';
import { site } from './en/site.ts';
import { sync } from './en/nvrs/sync.ts';
import { tile } from './en/wall/tile.ts';
import { ui } from './en/ui.ts';
import { wall } from './en/wall/wall.ts';

/** All that the page says, in the language that is shown. */
export const text = {
  admin,
  alarmCheck,
  cameras,
  commands,
  common,
  events,
  health,
  messages,
  nvrs,
  probe,
  recordings,
  review,
  rules,
  shell,
  site,
  sync,
  tile,
  ui,
  wall,
};
