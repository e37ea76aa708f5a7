import type { Socket } from 'node:net';
import type { StreamNews } from '@contract/models/playback.ts';
import type { DeviceSession } from '../client/device-session.ts';
import type { CleanTrack } from '../media/sdp/clean-sdp.ts';
import { createTrackMend, type TrackMend } from '../media/track-mend.ts';
import { LoopbackWriter } from './loopback-writer.ts';
import type { SilencePatience } from './silence-patience.ts';

/** What waits for a packet that does not come goes on then. */
const TICK_MS = 100;
const REPORT_EVERY_TICKS = 5;
/** go2rtc hangs up after 5 s without a byte. */
const LIFE_SIGN_AFTER_MS = 2_000;
/** The bundled go2rtc begins a session anew that is half a minute old and brought no RTP for 10 s (its `Producer.watchdog`). */
const RTP_SIGN_AFTER_MS = 7_000;
/** What is withheld until a keyframe comes arrives all the same: go2rtc, which is asked whether anything does, shall know. */
const WITHHELD_SIGN_AFTER_MS = 1_000;
const RTP_TIMESTAMP_AT = 4;
const RTP_HEAD_BYTES = 12;
const MS_PER_SECOND = 1000;

/** What a relay tells. */
export interface RelayOptions {
  readonly patience: SilencePatience;
  /** The device has sent nothing for longer than this stream may be silent. */
  readonly onSilence: () => void;
  readonly tell: (news: StreamNews) => void;
}

interface RelayedTrack {
  readonly mend: TrackMend;
  /** The channel that go2rtc chose. */
  readonly channel: number;
  readonly isVideo: boolean;
  readonly clockHz: number;
  /** Of its newest packet. */
  timestamp: number | null;
}

/** Carries the packets of one session from its device to go2rtc, mended, no faster than go2rtc takes them. */
export class MediaRelay {
  readonly #session: Pick<DeviceSession, 'pause'>;
  readonly #options: RelayOptions;
  readonly #writer: LoopbackWriter;
  readonly #tracks = new Map<number, RelayedTrack>();
  #timer: ReturnType<typeof setInterval> | undefined;
  #lastPacketAtMs = 0;
  /** To go2rtc. */
  #writtenAtMs = 0;
  #lifeSignAtMs = 0;
  #ticks = 0;
  /** What was told last of what stands in the way of a picture. */
  #obstacle: StreamNews['kind'] | null = null;

  constructor(socket: Socket, session: Pick<DeviceSession, 'pause'>, options: RelayOptions) {
    this.#writer = new LoopbackWriter(socket);
    this.#session = session;
    this.#options = options;
  }

  /** A track that was set up, on which channel its RTP comes, and on which it is passed on. */
  add(track: CleanTrack, deviceChannel: number, channel: number): void {
    const mend = createTrackMend(track);
    const isVideo = track.kind === 'video';
    const { clockHz } = track;
    this.#tracks.set(deviceChannel, { mend, channel, isVideo, clockHz, timestamp: null });
  }

  start(): void {
    const nowMs = performance.now();
    this.#lastPacketAtMs = nowMs;
    this.#writtenAtMs = nowMs;
    this.#options.patience.begin(nowMs);
    this.#timer ??= setInterval(() => this.#tick(performance.now()), TICK_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** One packet of the device; RTCP and what belongs to no track ends here. */
  push(deviceChannel: number, payload: Buffer): void {
    const track = this.#tracks.get(deviceChannel);
    if (track === undefined || payload.length < RTP_HEAD_BYTES) return;
    this.#lastPacketAtMs = performance.now();
    const timestamp = payload.readUInt32BE(RTP_TIMESTAMP_AT);
    const stepTicks = Math.abs((timestamp - (track.timestamp ?? timestamp)) | 0);
    track.timestamp = timestamp;
    this.#options.patience.onPacket(
      this.#lastPacketAtMs,
      (stepTicks * MS_PER_SECOND) / track.clockHz,
    );
    this.#pass(track, track.mend.push(payload, this.#lastPacketAtMs));
  }

  #pass({ channel }: RelayedTrack, packets: readonly Buffer[]): void {
    if (packets.length > 0) this.#writtenAtMs = performance.now();
    for (const packet of packets) {
      if (!this.#writer.packet(channel, packet)) this.#session.pause();
    }
  }

  #tick(nowMs: number): void {
    this.#ticks += 1;
    for (const track of this.#tracks.values()) {
      this.#pass(track, track.mend.idle());
      if (track.isVideo && this.#ticks % REPORT_EVERY_TICKS === 0) this.#report(track.mend);
    }
    this.#giveLifeSigns(nowMs);
    if (this.#options.patience.isOver(nowMs)) this.#options.onSilence();
  }

  #giveLifeSigns(nowMs: number): void {
    if (nowMs - Math.max(this.#writtenAtMs, this.#lifeSignAtMs) >= LIFE_SIGN_AFTER_MS) {
      this.#lifeSignAtMs = nowMs;
      for (const { channel } of this.#tracks.values()) this.#writer.lifeSign(channel);
    }
    const isWithheld = this.#lastPacketAtMs > this.#writtenAtMs;
    const afterMs = isWithheld ? WITHHELD_SIGN_AFTER_MS : RTP_SIGN_AFTER_MS;
    if (nowMs - this.#writtenAtMs < afterMs) return;
    for (const track of this.#tracks.values()) {
      if (track.isVideo) this.#pass(track, [track.mend.lifeSign()]);
    }
  }

  #report(mend: TrackMend): void {
    const packets = mend.takeLost();
    if (packets > 0) this.#options.tell({ kind: 'lost', packets });
    const obstacle = mend.isEncrypted
      ? 'encrypted'
      : mend.isMissingParameterSets
        ? 'no-parameter-sets'
        : null;
    if (obstacle === this.#obstacle) return;
    this.#obstacle = obstacle;
    if (obstacle !== null) this.#options.tell({ kind: obstacle });
  }
}
