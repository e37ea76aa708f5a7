import { DEVICE_TEXT_MAX_CHARS, type NewNvrInput } from '@contract/models/nvr.ts';
import { hasSubStream, type ProbeReport } from '@contract/models/probe.ts';
import { shortText, usableName } from '@contract/models/usable-name.ts';
import type { NvrEntries } from '../add/add-nvr-state.ts';
import { deviceEntries } from './pattern-request.ts';

/** What main needs to add the chosen channels of a recorder that was looked at. */
export function importRequest(
  entries: NvrEntries,
  { device, channels, fingerprint }: ProbeReport,
  chosen: ReadonlySet<number>,
): NewNvrInput {
  const { model, serial, firmware } = device;
  return {
    ...deviceEntries(entries),
    source: 'import',
    fingerprint,
    device: { model: keepable(model), serial: keepable(serial), firmware: keepable(firmware) },
    channels: channels
      .filter(({ channel }) => chosen.has(channel))
      .map((each) => ({
        channel: each.channel,
        name: usableName(each.name),
        hasSub: hasSubStream(each),
      })),
  };
}

function keepable(text: string | null): string | null {
  return text === null ? null : shortText(text, DEVICE_TEXT_MAX_CHARS);
}
