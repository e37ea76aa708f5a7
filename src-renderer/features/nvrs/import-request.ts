import type { NewNvrInput } from '@contract/models/nvr.ts';
import type { ProbedChannel, ProbeReport } from '@contract/models/probe.ts';
import type { NvrEntries } from './add-nvr-state.ts';
import { deviceEntries } from './pattern-request.ts';
import { usableName } from './proposed-name.ts';

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

/** A recorder that says nothing about a channel's streams, as some do while its camera is offline, is taken to have the usual two. */
export function hasSubStream({ main, sub }: ProbedChannel): boolean {
  return sub !== null || main === null;
}

function keepable(text: string | null): string | null {
  return text === null ? null : usableName(text);
}
