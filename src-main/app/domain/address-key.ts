import type { StreamLayout } from '@contract/models/stream-layout.ts';

/** What makes two entries the same device: the address, and for single cameras, many of which one server may carry, the path. */
export function addressKey(nvr: { host: string; rtspPort: number; layout: StreamLayout }): string {
  const path = nvr.layout.kind === 'single' ? nvr.layout.main : null;
  return JSON.stringify([nvr.host.toLowerCase(), nvr.rtspPort, path]);
}
