import { z } from 'zod';
import type { Result } from '../result.ts';
import { channelCount } from './nvr.ts';
import type { ProbeFailure } from './probe.ts';
import { entriesToCheck } from './recorder-entries.ts';
import { streamLayoutSchema } from './stream-layout.ts';

const { host, rtspPort, username, password } = entriesToCheck;

/** Which of the channels 1 to `maxChannels` answer over RTSP. For devices that do not list their cameras; nothing is stored. */
export const channelScanSchema = z.strictObject({
  ...{ host, rtspPort, username, password },
  layout: streamLayoutSchema,
  maxChannels: channelCount,
  probeId: z.uuid(),
  /** As for a look by ISAPI: a password that was refused is not sent again for the same form. */
  formId: z.uuid(),
});

/** A validated request. */
export type ChannelScan = z.output<typeof channelScanSchema>;

/** One channel that was asked for. */
export interface ScannedChannel {
  channel: number;
  /** False: the device has no such channel, or nothing is connected to it. */
  isThere: boolean;
  hasSub: boolean;
}

/** All channels in their order, or why there are none; a wrong password has then cost exactly one failed login. */
export type ChannelScanOutcome = Result<ScannedChannel[], ProbeFailure>;

/** How far a scan is. */
export interface ChannelScanEvent {
  probeId: string;
  checked: number;
  total: number;
}
