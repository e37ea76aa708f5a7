import { DEFAULT_VIEW } from '@contract/models/view.ts';
import {
  SITE_FORMAT,
  SITE_VERSION,
  type SiteFileContent,
  type SiteNvr,
} from '../../src-main/app/domain/site-file.ts';

/** One recorder of a site file with so many cameras, everything else as most installations have it. */
export function siteNvr(entries: Partial<SiteNvr> = {}, cameras = 2): SiteNvr {
  return {
    ...{ name: 'Warehouse', host: '192.168.1.64', rtspPort: 554, httpPort: 80, isHttps: false },
    ...{ fingerprint: null, username: 'admin', isEnabled: true, layout: { kind: 'hikvision' } },
    ...{ maxChannels: 16, model: null, serial: null, firmware: null },
    cameras: Array.from({ length: cameras }, (_, index) => ({
      ...{ channel: index + 1, name: `Camera ${index + 1}`, position: index, hasSub: true },
      ...{
        isEnabled: true,
        quality: 'auto' as const,
        notes: '',
        recorderName: null,
        isGone: false,
      },
    })),
    ...entries,
  };
}

/** A whole site file without secrets. */
export function siteContent(entries: Partial<SiteFileContent> = {}): SiteFileContent {
  return {
    ...{ format: SITE_FORMAT, version: SITE_VERSION, createdAt: '2026-11-23T03:00:00.000Z' },
    ...{
      app: '0.1.0',
      view: { ...DEFAULT_VIEW, gridSide: 3, page: 1 },
      nvrs: [siteNvr()],
      secrets: null,
    },
    ...entries,
  };
}

/** As the app writes it. */
export function siteText(entries: Partial<SiteFileContent> = {}): string {
  return `${JSON.stringify(siteContent(entries), null, 2)}\n`;
}
