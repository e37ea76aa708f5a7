/** The stages of a look at a recorder, in the order in which they run. */
export const PROBE_STEPS = ['reach', 'login', 'identity', 'channels', 'streams'] as const;

/** One stage of a look at a recorder. */
export type ProbeStep = (typeof PROBE_STEPS)[number];

/** What the form shows beside a step while it runs and after; `message` is a sentence for the installer. */
export interface ProbeProgress {
  step: ProbeStep;
  /** `skipped`: the recorder does not offer this, and the rest goes on without it. */
  state: 'running' | 'done' | 'failed' | 'skipped';
  message: string;
}

/** Who the recorder says it is; null where it does not say. The serial number may hold a slash. */
export interface ProbedDevice {
  name: string | null;
  model: string | null;
  serial: string | null;
  firmware: string | null;
  /** As the device spells it: NVR, DVR, IPCamera … */
  type: string | null;
}

/** One stream that exists; its values are null where the recorder names the stream without describing it. */
export interface ProbedStream {
  /** As the device spells it: H.264, H.265, MJPEG … */
  codec: string | null;
  widthPx: number | null;
  heightPx: number | null;
  /** Null also for "full rate", which recorders write as 0. */
  fps: number | null;
}

/** One camera of the recorder, by the number that its streams carry. */
export interface ProbedChannel {
  /** 1-based over the whole recorder: on a hybrid with 8 analog inputs the first IP camera is 9. */
  channel: number;
  /** Empty: the recorder has no name for it. */
  name: string;
  kind: 'ip' | 'analog';
  /** Null: the recorder does not say. */
  online: boolean | null;
  /** Null only where the recorder says nothing about this channel's streams, as some do while a camera is offline. */
  main: ProbedStream | null;
  /** Null: no sub stream, unless `main` is null too. */
  sub: ProbedStream | null;
}

/** A recorder that says nothing about a channel's streams, as some do while its camera is offline, is taken to have the usual two. */
export function hasSubStream({ main, sub }: Pick<ProbedChannel, 'main' | 'sub'>): boolean {
  return sub !== null || main === null;
}

/** What a recorder is asked for. One that could not be read is unknown, and the look goes on without it. */
export type ProbedList =
  'device' | 'ports' | 'capabilities' | 'ip' | 'status' | 'analog' | 'streams';

/** Channel numbers, both ends included. */
export interface ChannelRange {
  from: number;
  to: number;
}

/** What an installer learns about a recorder before anything is stored. */
export interface ProbeReport {
  device: ProbedDevice;
  /** Ascending by `channel`. */
  channels: ProbedChannel[];
  /** Where a channel that is not listed is no camera, and where names are the recorder's own: the lists of these were read. */
  complete: ChannelRange[];
  /** What the recorder may have and did not tell; what it is without is not among them. */
  unread: ProbedList[];
  /** Null: the recorder does not say (the account may not ask), so the usual 554 is a guess. */
  rtspPort: number | null;
  /** SHA-256 of the certificate that was accepted, to be pinned with the recorder; null over plain HTTP. */
  fingerprint: string | null;
}

/** Why a look at a recorder ended early; `message` is a sentence for the installer and holds no credentials. */
export type ProbeFailure = { step: ProbeStep; message: string } & (
  | { kind: 'unreachable' | 'timeout' | 'busy' | 'too-large' | 'bad-answer' | 'cancelled' }
  /** The machine is there but does not speak ISAPI: offer to import channels by pattern. */
  | { kind: 'no-isapi' }
  /** The machine is there, and nothing listens at this port: another port, or a web server that is switched off. */
  | { kind: 'port-closed' }
  /** Exactly one failed login was spent. */
  | { kind: 'wrong-password'; triesLeft: number | null }
  /** No password was sent if the recorder said so in time; it must not be tried again before the time is over. */
  | { kind: 'locked'; unlockInMs: number | null }
  /** The device waits for its first password. */
  | { kind: 'not-activated' }
  | { kind: 'no-permission' }
  /** HTTPS with a certificate nobody has accepted yet: show the fingerprint and ask. */
  | { kind: 'certificate-unknown'; fingerprint: string }
  /** Another certificate than the pinned one: refuse until somebody decides. */
  | { kind: 'certificate-changed'; fingerprint: string; pinnedFingerprint: string }
  /** The port only leads to HTTPS, at this port of the same host; the password was not sent. */
  | { kind: 'https-wanted'; port: number }
  /** Only logins that would show the password to the network. It was not sent. */
  | { kind: 'no-digest' }
  /** HTTPS itself failed: not a TLS port, or only versions that are too old. */
  | { kind: 'tls' }
);
