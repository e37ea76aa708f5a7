import type { StreamCause, StreamNews } from '@contract/models/playback.ts';
import type { RecordingClock } from '../../domain/time/recording-time.ts';
import type { OwnProcess } from '../../lifecycle/own-process.ts';
import type { DeviceStream, LoginOutcome } from '../client/device-session.ts';
import type { DescribeAnswer } from '../client/describe-stream.ts';

/** From main to the gateway's process. */
export type ToGateway =
  /** First of all. `port` is the one of before, so that go2rtc's addresses stay good, or 0. */
  | { kind: 'listen'; port: number }
  | {
      kind: 'dial-answer';
      dialId: number;
      stream: DeviceStream | null;
      /** Of a recording. */
      clock?: RecordingClock | undefined;
      /** Of a recording that must not be played now: why. */
      cause?: StreamCause | undefined;
    }
  | { kind: 'describe'; checkId: number; stream: DeviceStream }
  | { kind: 'cancel-describe'; checkId: number }
  /** Ends the sessions of these leases, which count no more. */
  | { kind: 'end'; leases: readonly string[] }
  /** Ends all sessions at their devices. */
  | { kind: 'stop' }
  | { kind: 'ping' };

/** From the gateway's process to main. */
export type FromGateway =
  /** `recordedPort`: where pages get recordings. */
  | { kind: 'listening'; port: number; recordedPort: number }
  /** go2rtc or a page wants a stream: may it be dialled, where, and as whom? */
  | { kind: 'dial'; dialId: number; lease: string }
  /** Of each dial that was granted; `refused` or `untold` is the last word. */
  | { kind: 'login'; dialId: number; outcome: LoginOutcome }
  | { kind: 'news'; lease: string; news: StreamNews }
  | { kind: 'described'; checkId: number; answer: DescribeAnswer }
  | { kind: 'stopped' }
  | { kind: 'pong' };

/** The gateway's process as main sees it. */
export type GatewayChild = OwnProcess<ToGateway, FromGateway>;
