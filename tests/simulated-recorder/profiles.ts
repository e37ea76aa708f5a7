import type { FormatSet } from './media/stream-formats.ts';

/** The kinds of recorder that can be simulated. */
export type ProfileName =
  | 'nvr'
  | 'hybrid-dvr'
  | 'no-sub-on-3'
  | 'h265-main'
  | 'no-isapi'
  | 'no-login'
  | 'https-self-signed'
  | 'every-format'
  | 'few-frames';

/** What one kind of recorder is like. */
export interface RecorderProfile {
  readonly model: string;
  readonly deviceType: 'NVR' | 'DVR';
  /** Sockets for coaxial cables; they are the first channels, and IP cameras follow. */
  readonly analogInputs: number;
  /** As the stream list declares it; the bytes are H.264 in any case. */
  readonly mainCodec: 'H.264' | 'H.265';
  readonly channelsWithoutSub: readonly number[];
  /** Without it the web port answers 404 to everything. */
  readonly hasIsapi: boolean;
  /** The web port then speaks TLS only, with a certificate made at the start. */
  readonly isHttps: boolean;
  /** How the channels are encoded, as `media/stream-formats.ts` lists it; null: all in the usual way. */
  readonly formats: FormatSet | null;
  /** Without it, RTSP asks nobody who they are. */
  readonly hasRtspLogin: boolean;
}

const NVR: RecorderProfile = {
  model: 'SIM-7616NI/16P',
  deviceType: 'NVR',
  analogInputs: 0,
  mainCodec: 'H.264',
  channelsWithoutSub: [],
  hasIsapi: true,
  isHttps: false,
  hasRtspLogin: true,
  formats: null,
};

/** Every kind by its name. */
export const PROFILES: Readonly<Record<ProfileName, RecorderProfile>> = {
  nvr: NVR,
  'hybrid-dvr': { ...NVR, model: 'SIM-7208HQHI', deviceType: 'DVR', analogInputs: 8 },
  'no-sub-on-3': { ...NVR, channelsWithoutSub: [3] },
  'h265-main': { ...NVR, mainCodec: 'H.265' },
  'no-isapi': { ...NVR, hasIsapi: false },
  'no-login': { ...NVR, hasIsapi: false, hasRtspLogin: false },
  'https-self-signed': { ...NVR, isHttps: true },
  'every-format': { ...NVR, formats: 'every-format' },
  'few-frames': { ...NVR, formats: 'few-frames' },
};

/** True for the name of a profile, for names that come from a command line. */
export function isProfileName(name: string): name is ProfileName {
  return Object.hasOwn(PROFILES, name);
}
