/** The stages of a look at a recorder, in the order in which they run. */
export const PROBE_STEPS = ['reach', 'login', 'identity', 'channels', 'streams'] as const;

/** One stage of a look at a recorder. */
export type ProbeStep = (typeof PROBE_STEPS)[number];

/** How far a step is, with what it found; the page has the words. */
export type ProbeProgress =
  | { step: ProbeStep; state: 'running' }
  | ProbeFinding
  | { step: ProbeStep; state: 'failed'; failure: ProbeFailure };

/** What a step found. `skipped`: the recorder does not offer this, and the rest goes on without it. */
export type ProbeFinding =
  | { step: 'reach' | 'login'; state: 'done' }
  | { step: 'login' | 'identity' | 'streams'; state: 'skipped' }
  /** Null: it does not say. */
  | { step: 'identity'; state: 'done'; model: string | null; firmware: string | null }
  | { step: 'channels'; state: 'done'; cameras: number; offline: number }
  | { step: 'streams'; state: 'done'; streams: number };

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
  /** Cameras that the recorder has above channel `MAX_CHANNELS`, which cannot be stored. */
  leftOut: number;
  /** What the recorder may have and did not tell; what it is without is not among them. */
  unread: ProbedList[];
  /** Null: the recorder does not say (the account may not ask), so the usual 554 is a guess. */
  rtspPort: number | null;
  /** SHA-256 of the certificate that was accepted, to be pinned with the recorder; null over plain HTTP. */
  fingerprint: string | null;
}

/**
 * What is wrong with an answer. `web-page` where data should be; `redirect`: it points somewhere else and is not followed; `unsafe-login`: only
 * logins that would show the password, so that nothing can be asked. `no-cameras`: a list that names
 * none, which cannot be compared with anything. `forbidden`: every question is refused without a reason, and no more are signed.
 * `hostile`: made to harm its reader.
 */
export type BadAnswer =
  | 'unreadable'
  | 'web-page'
  | 'broken-off'
  | 'redirect'
  | 'unsafe-login'
  | 'no-cameras'
  | 'forbidden'
  | 'hostile'
  | { status: number };

/** Why a look at a recorder ended early: facts only, the page has the words. Holds no credentials. */
export type ProbeFailure = { step: ProbeStep } & (
  | { kind: 'unreachable'; reason: 'silent' | 'broken' | 'no-name' | 'no-route' }
  | { kind: 'timeout' | 'busy' | 'too-large' | 'cancelled' }
  | { kind: 'bad-answer'; answer: BadAnswer }
  /** The machine is there but does not speak ISAPI: offer to import channels by pattern. Null: it says itself that it does not. */
  | { kind: 'no-isapi'; answer: BadAnswer | null }
  /** The machine is there, and nothing listens at this port: another port, or a web server that is switched off. */
  | { kind: 'port-closed' }
  /** `wasSent`: exactly one failed login was spent. Else it is known to be wrong, and was not sent again. */
  | { kind: 'wrong-password'; triesLeft: number | null; wasSent: boolean }
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
  | { kind: 'tls'; reason: 'handshake' | 'plain-http' }
);
