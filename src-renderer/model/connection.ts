import type { Nvr } from '@contract/models/nvr.ts';

/** Changes when pictures of a recorder come from elsewhere: then its tiles let their sessions go and connect anew. */
export function connectionKey(nvr: Nvr | undefined): string {
  return nvr === undefined
    ? ''
    : JSON.stringify([nvr.host, nvr.rtspPort, nvr.username, nvr.layout]);
}
