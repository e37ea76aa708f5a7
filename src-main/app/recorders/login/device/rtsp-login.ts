import type { StreamCause } from '@contract/models/playback.ts';
import type { RtspTarget } from '../../../domain/rtsp-url.ts';
import type { DescribeAnswer } from '../../../rtsp/client/describe-stream.ts';
import type { DeviceStream } from '../../../rtsp/client/device-session.ts';

/** What one RTSP login taught. */
export type RtspLogin = 'accepted' | 'refused' | 'unreachable';

/** Nothing was sent and nothing learnt; each dial will say the same, in words that name it. */
const NOTHING_LEARNT: ReadonlySet<StreamCause> = new Set([
  'basic-only',
  'login-missing',
  'elsewhere',
]);

/** Whoever can ask a device for one stream: the RTSP gateway. */
export interface RtspDescriber {
  describe: (stream: DeviceStream, signal: AbortSignal) => Promise<DescribeAnswer>;
}

/** One stream of a recorder as the gateway is asked for it. */
export function streamOf(target: RtspTarget, path: string): DeviceStream {
  const { host, rtspPort: port, username, password } = target;
  return { host, port, path, username, password, mayUseBasic: false };
}

/**
 * Logs in once by RTSP DESCRIBE, for recorders whose web door is closed or unknown to us. Any answer but 401, also "no such
 * channel", proves the login.
 */
export async function checkRtspLogin(
  rtsp: RtspDescriber,
  target: RtspTarget,
  path: string,
  signal: AbortSignal,
): Promise<RtspLogin> {
  const answer = await rtsp.describe(streamOf(target, path), signal);
  if (answer.kind === 'answered') return 'accepted';
  if (answer.cause === 'login-refused') return 'refused';
  return NOTHING_LEARNT.has(answer.cause) ? 'accepted' : 'unreachable';
}
