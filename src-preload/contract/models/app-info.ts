import type { Message } from '../messages.ts';

/** What the window needs to know about the app it belongs to. */
export interface AppInfo {
  version: string;
  /** True in `npm run demo`: nothing is kept. */
  isDemo: boolean;
  /** What the person at the desk must read, such as a damaged database that was set aside. */
  notices: Message[];
}
