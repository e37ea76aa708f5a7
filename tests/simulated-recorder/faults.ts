import type { LoginGuard } from './auth/login-guard.ts';
import type { IsapiServer } from './isapi/isapi-server.ts';
import type { ChannelState, RecorderState } from './recorder-state.ts';
import type { RtspServer } from './rtsp/rtsp-server.ts';

/** The parts of the recorder that a fault reaches directly. */
export interface RecorderParts {
  readonly rtsp: RtspServer;
  readonly isapi: IsapiServer;
  readonly guard: LoginGuard;
}

/** Everything that can be made to go wrong at the recorder, by name. */
export class RecorderFaults {
  readonly #state: RecorderState;
  readonly #parts: RecorderParts;
  readonly #rtsp: RtspServer;
  readonly #usualLimit: number;

  constructor(state: RecorderState, parts: RecorderParts) {
    this.#state = state;
    this.#parts = parts;
    this.#rtsp = parts.rtsp;
    this.#usualLimit = state.sessionLimit;
  }

  /** Sessions that play go on, as on a real recorder; the next login needs the new password. */
  setPassword(password: string): void {
    this.#state.password = password;
  }

  /** The name in the channel list only; the one in the picture is part of the clip. */
  renameChannel(channel: number, name: string): void {
    this.#state.channel(channel).name = name;
  }

  /** The slot becomes empty: absent from every list, its sessions end, DESCRIBE answers 404. */
  removeChannel(channel: number): void {
    this.#state.channel(channel).isRemoved = true;
    this.#closeUnplayable();
  }

  restoreChannel(channel: number): void {
    this.#state.channel(channel).isRemoved = false;
  }

  /** The camera moves to an empty slot with its name, as after a change of its number in the recorder's menu. */
  renumberChannel(from: number, to: number): void {
    const { name, hasSub } = this.#state.channel(from);
    const slot = this.#state.channel(to);
    if (!slot.isRemoved) throw new RangeError(`Slot ${to} is not empty`);
    Object.assign(slot, { name, hasSub, isRemoved: false });
    this.removeChannel(from);
  }

  /** Another device of the same model answers at the address from now on. */
  changeSerial(serial: string): void {
    this.#state.serial = serial;
  }

  /** The camera behind the slot is gone: still listed, but `online` is false and nothing plays. */
  disconnectCamera(channel: number): void {
    this.#state.channel(channel).isConnected = false;
    this.#closeUnplayable();
  }

  reconnectCamera(channel: number): void {
    this.#state.channel(channel).isConnected = true;
  }

  removeSubStream(channel: number): void {
    this.#state.channel(channel).hasSub = false;
    this.#closeUnplayable();
  }

  restoreSubStream(channel: number): void {
    this.#state.channel(channel).hasSub = true;
  }

  /** Sockets stay open while RTP stops: the fault that only a look at frames can notice. */
  freeze(channel?: number): void {
    for (const each of this.#meant(channel)) each.isFrozen = true;
  }

  /** Goes on with the next keyframe of the present, not with the past. */
  unfreeze(channel?: number): void {
    for (const each of this.#meant(channel)) each.isFrozen = false;
  }

  /** Goes on sending at full pace, but the same keyframe over and over: an encoder whose camera hangs. */
  repeatFrame(channel?: number): void {
    for (const each of this.#meant(channel)) each.isRepeating = true;
  }

  stopRepeating(channel?: number): void {
    for (const each of this.#meant(channel)) each.isRepeating = false;
  }

  /** Leaves out frames from which others are made, and says nothing: what a recorder does whose network is too slow. */
  loseFrames(channel?: number): void {
    for (const each of this.#meant(channel)) each.isLosing = true;
  }

  stopLosing(channel?: number): void {
    for (const each of this.#meant(channel)) each.isLosing = false;
  }

  /**
   * Loses packets between camera and recorder, as Wi-Fi and UDP do; what comes is passed on with its sequence numbers.
   * @param share of all RTP packets, from 0 to 1; which ones is the same at each run
   */
  losePackets(share: number, channel?: number): void {
    for (const each of this.#meant(channel)) each.packetLoss = share;
  }

  /** Sends the frames of `burstMs` at once and then pauses, with right timestamps; 0 is each frame at its time. */
  sendInBursts(burstMs: number, channel?: number): void {
    for (const each of this.#meant(channel)) each.burstMs = burstMs;
  }

  /** TCP RST on every RTSP connection, or on those of one channel. */
  resetConnections(channel?: number): void {
    this.#rtsp.resetConnections(channel);
  }

  /** Further SETUP and PLAY answer 453; `undefined` brings back the recorder's usual limit. */
  limitSessions(limit: number | undefined): void {
    this.#state.sessionLimit = limit ?? this.#usualLimit;
  }

  /** As after too many failed logins; sessions that play go on. */
  lockNow(): void {
    this.#state.lockOut.lock();
  }

  unlock(): void {
    this.#state.lockOut.unlock();
  }

  /** RTSP refuses right logins, too, and counts them as failed; ISAPI takes them. */
  refuseRtspLogins(): void {
    this.#state.isRtspRefusing = true;
  }

  acceptRtspLogins(): void {
    this.#state.isRtspRefusing = false;
  }

  /** Every nonce handed out so far becomes stale, as after a restart of the recorder. */
  forgetNonces(): void {
    this.#parts.guard.forgetNonces();
  }

  /** The next ISAPI calls with a good login answer 503 deployExceedMax. */
  refuseAsBusy(calls: number): void {
    this.#state.busyAnswers = calls;
  }

  /** Every ISAPI answer takes this long; 0 is as fast as it goes. */
  slowDownIsapi(delayMs: number): void {
    this.#state.isapiDelayMs = delayMs;
  }

  /** Every answer to a DESCRIBE, 401 included, takes this long; 0 is as fast as it goes. */
  slowDownRtsp(delayMs: number): void {
    this.#state.describeDelayMs = delayMs;
  }

  /** Another key and certificate from the next connection on; only with HTTPS. */
  changeCertificate(): void {
    this.#parts.isapi.changeCertificate();
  }

  #meant(channel: number | undefined): ChannelState[] {
    return channel === undefined ? this.#state.channels : [this.#state.channel(channel)];
  }

  #closeUnplayable(): void {
    this.#rtsp.closeSessions((session) => !this.#state.canPlay(session.streamId));
  }
}
