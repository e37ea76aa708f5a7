import type { ScannedChannel } from '@contract/models/channel-scan.ts';
import type { ImportedChannel, NewNvrInput } from '@contract/models/nvr.ts';
import type { StreamLayout } from '@contract/models/stream-layout.ts';
import { takenApart } from './pasted-address.ts';
import type { NvrEntries } from '../add/add-nvr-state.ts';

/** Where a device is asked by ISAPI; one that is not needs no port for it, and what is typed there cannot be seen. */
type DeviceEntries = Omit<
  NvrEntries,
  'vendor' | 'mainTemplate' | 'subTemplate' | 'maxChannels' | 'isBasicAllowed'
>;

const UNUSED_HTTP_PORT = '80';

/** What was typed about the device itself. */
export function deviceEntries(entries: NvrEntries): DeviceEntries {
  const { name, host, isHttps, httpPort, rtspPort, username, password } = takenApart(entries);
  return { name, host, isHttps, httpPort, rtspPort, username, password };
}

/** What was typed about how the device names its streams. */
export function layoutOf({ vendor, mainTemplate, subTemplate }: NvrEntries): StreamLayout {
  if (vendor === 'hikvision' || vendor === 'dahua') return { kind: vendor };
  const sub = subTemplate.trim();
  return { kind: vendor, main: mainTemplate, sub: sub === '' ? null : sub };
}

/** The same for a device of the chosen vendor: only Hikvision-compatible ones are ever asked over HTTP. */
export function entriesByVendor(entries: NvrEntries): DeviceEntries {
  const device = deviceEntries(entries);
  if (entries.vendor === 'hikvision') return device;
  return { ...device, httpPort: UNUSED_HTTP_PORT, isHttps: false };
}

/** What main needs to add channels by number: all of them, or those that somebody chose after a scan. */
export function patternRequest(
  entries: NvrEntries,
  fingerprint: string | null,
  chosen?: ImportedChannel[],
): NewNvrInput {
  return {
    ...entriesByVendor(entries),
    fingerprint: entries.vendor === 'hikvision' ? fingerprint : null,
    layout: layoutOf(entries),
    maxChannels: entries.maxChannels,
    ...(chosen === undefined ? {} : { channels: chosen }),
  };
}

/** The ticked channels of a scan. One that did not answer is taken to have both streams, once it does. */
export function chosenChannels(
  channels: readonly ScannedChannel[],
  chosen: ReadonlySet<number>,
): ImportedChannel[] {
  return channels
    .filter(({ channel }) => chosen.has(channel))
    .map(({ channel, isThere, hasSub }) => ({ channel, name: '', hasSub: hasSub || !isThere }));
}
