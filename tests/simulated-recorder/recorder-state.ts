import { SimulatedAlarms } from './alarms/simulated-alarms.ts';
import { LockOut } from './auth/lock-out.ts';
import { RecorderCounters } from './counters.ts';
import { SimulatedEventChannel } from './events/event-channel.ts';
import { SimulatedHealth } from './health/simulated-health.ts';
import { PROFILES, type RecorderProfile } from './profiles.ts';
import { SimulatedRecordings } from './recordings/simulated-recordings.ts';
import { SimulatedSearch } from './recordings/simulated-search.ts';
import type { StreamId } from './stream-id.ts';

/** One camera slot of the recorder and what is wrong with it just now. */
export interface ChannelState {
  readonly number: number;
  readonly kind: 'ip' | 'analog';
  name: string;
  isRemoved: boolean;
  isConnected: boolean;
  isFrozen: boolean;
  isRepeating: boolean;
  isLosing: boolean;
  /** The share of RTP packets that get lost on the way from the camera to the recorder. */
  packetLoss: number;
  /** Frames of so long are sent at once; 0 is each at its time. */
  burstMs: number;
  hasSub: boolean;
}

/** The one truth that the RTSP and ISAPI servers read and that fault injection changes. */
export class RecorderState {
  readonly user: string;
  readonly deviceName: string;
  readonly realm: string;
  readonly profile: RecorderProfile;
  readonly lockOut: LockOut;
  readonly alarms: SimulatedAlarms;
  readonly counters = new RecorderCounters();
  readonly health = new SimulatedHealth();
  readonly recordings = new SimulatedRecordings(this.health.clock);
  readonly events = new SimulatedEventChannel(this.health.clock);
  readonly search = new SimulatedSearch();
  password: string;
  sessionLimit: number;
  /** As the device information tells it; holds a slash, as real ones do. */
  serial: string;
  /** RTSP refuses every login, right or wrong, while ISAPI goes on as before. */
  isRtspRefusing = false;
  /** How many further ISAPI calls are refused as too many. */
  busyAnswers = 0;
  /** How long every ISAPI answer takes. */
  isapiDelayMs = 0;
  /** What it answers when it is asked for a picture, by channel: a JPEG, or something that is none. */
  readonly snapshots = new Map<number, string | Uint8Array>();
  /** How long every answer to an RTSP DESCRIBE takes. */
  describeDelayMs = 0;
  readonly #channels = new Map<number, ChannelState>();

  constructor(options: {
    user: string;
    password: string;
    deviceName: string;
    realm?: string | undefined;
    channels: number;
    sessionLimit: number;
    profile?: RecorderProfile;
    now?: () => number;
  }) {
    this.user = options.user;
    this.password = options.password;
    this.deviceName = options.deviceName;
    this.realm = options.realm ?? 'SIM-RECORDER';
    this.sessionLimit = options.sessionLimit;
    this.profile = options.profile ?? PROFILES.nvr;
    this.alarms = new SimulatedAlarms(options.channels, this.profile);
    this.serial = `${this.profile.model}0000000001`;
    this.lockOut = new LockOut(options.now ?? Date.now);
    const { analogInputs, channelsWithoutSub } = this.profile;
    for (let number = 1; number <= options.channels; number += 1) {
      this.#channels.set(number, {
        ...{ number, name: channelName(number), isRemoved: false },
        ...{ isConnected: true, isFrozen: false, isRepeating: false, isLosing: false },
        packetLoss: 0,
        burstMs: 0,
        hasSub: !channelsWithoutSub.includes(number),
        kind: number <= analogInputs ? 'analog' : 'ip',
      });
    }
  }

  /** Every slot that holds a camera; empty slots are simply absent, as on a real recorder. */
  get channels(): ChannelState[] {
    return [...this.#channels.values()].filter((channel) => !channel.isRemoved);
  }

  /** How many cameras the recorder could hold, empty slots included. */
  get slots(): number {
    return this.#channels.size;
  }

  channel(number: number): ChannelState {
    const channel = this.#channels.get(number);
    if (channel === undefined) throw new RangeError(`The recorder has no channel ${number}`);
    return channel;
  }

  canPlay({ channel: number, stream }: StreamId): boolean {
    const channel = this.#channels.get(number);
    if (channel === undefined || channel.isRemoved || !channel.isConnected) return false;
    return stream === 'main' || channel.hasSub;
  }

  isFrozen(number: number): boolean {
    return this.#channels.get(number)?.isFrozen ?? false;
  }

  isRepeating(number: number): boolean {
    return this.#channels.get(number)?.isRepeating ?? false;
  }

  isLosing(number: number): boolean {
    return this.#channels.get(number)?.isLosing ?? false;
  }

  burstMs(number: number): number {
    return this.#channels.get(number)?.burstMs ?? 0;
  }

  packetLoss(number: number): number {
    return this.#channels.get(number)?.packetLoss ?? 0;
  }
}

/** The name in the picture and in the channel list, so a test can compare both. */
export function channelName(channel: number): string {
  return `Camera ${String(channel).padStart(2, '0')}`;
}
