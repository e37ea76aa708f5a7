import type { Nvr } from '@contract/models/nvr.ts';

/** What was told by whom: with another address or user it is another device that tells. */
export function addressKeyOf({ host, httpPort, isHttps, username, layout }: Nvr): string {
  return JSON.stringify([host, httpPort, isHttps, username, layout.kind]);
}
