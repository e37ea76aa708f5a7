import type { ChannelState, RecorderState } from './recorder-state.ts';
import type { RtspServer } from './rtsp/rtsp-server.ts';

/** Everything that can be made to go wrong at the recorder, by name. */
export class RecorderFaults {
  readonly #state: RecorderState;
  readonly #rtsp: RtspServer;
  readonly #usualLimit: number;

  constructor(state: RecorderState, rtsp: RtspServer) {
    this.#state = state;
    this.#rtsp = rtsp;
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

  /** TCP RST on every RTSP connection, or on those of one channel. */
  resetConnections(channel?: number): void {
    this.#rtsp.resetConnections(channel);
  }

  /** Further SETUP and PLAY answer 453; `undefined` brings back the recorder's usual limit. */
  limitSessions(limit: number | undefined): void {
    this.#state.sessionLimit = limit ?? this.#usualLimit;
  }

  #meant(channel: number | undefined): ChannelState[] {
    return channel === undefined ? this.#state.channels : [this.#state.channel(channel)];
  }

  #closeUnplayable(): void {
    this.#rtsp.closeSessions((session) => !this.#state.canPlay(session.streamId));
  }
}
