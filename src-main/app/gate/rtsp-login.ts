import type { RtspTarget } from '../nvr/rtsp-url.ts';
import { describeStream } from './rtsp-describe.ts';

/** What one RTSP login taught. */
export type RtspLogin = 'accepted' | 'refused' | 'unreachable';

/**
 * Logs in once by RTSP DESCRIBE, for recorders whose web door is closed or unknown to us. Any answer but 401, also "no such
 * channel", proves the login.
 */
export async function checkRtspLogin(
  target: RtspTarget,
  path: string,
  signal: AbortSignal,
): Promise<RtspLogin> {
  const answer = await describeStream(target, path, signal);
  switch (answer.kind) {
    case 'answered':
    // Only Basic is offered: go2rtc would log in by it, and nothing but a try could tell how that ends.
    case 'no-digest':
      return 'accepted';
    case 'refused':
    case 'unreachable':
      return answer.kind;
  }
}
