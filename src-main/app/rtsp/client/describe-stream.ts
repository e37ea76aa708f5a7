import { DeviceSession, type DeviceStream, type SessionListener } from './device-session.ts';
import type { SharedLogin } from './shared-login.ts';
import { networkFailure } from './stream-failure.ts';
import type { StreamCause } from '@contract/models/playback.ts';

/** How a DESCRIBE ended. */
export type DescribeAnswer =
  /** The status it was answered with; a login was sent if one was asked for and there is one. */
  | { kind: 'answered'; status: number; identity: string }
  /** No status that says anything of the stream, and why. `login-refused`: one failed login was spent. */
  | { kind: 'failed'; cause: StreamCause; identity: string };

/**
 * Asks a device once for one stream and plays nothing: for login checks, and for devices that do not list their channels. `identity` is
 * what the device shows of itself before any login, to tell whether another one answers; empty where nobody does.
 */
export async function describeStream(
  stream: DeviceStream,
  signal: AbortSignal,
  shared?: SharedLogin,
): Promise<DescribeAnswer> {
  const listener: SessionListener = {
    onPacket: () => undefined,
    onSlow: () => undefined,
    onEnd: () => undefined,
    onLogin: () => undefined,
  };
  const session = new DeviceSession(stream, listener, shared);
  const leave = (): void => session.close();
  signal.addEventListener('abort', leave, { once: true });
  try {
    if (signal.aborted) return { kind: 'failed', cause: 'no-answer', identity: '' };
    const { status } = await session.describe();
    return { kind: 'answered', status, identity: session.identity };
  } catch (error) {
    const { reason } = networkFailure(error);
    return { kind: 'failed', cause: reason, identity: session.identity };
  } finally {
    signal.removeEventListener('abort', leave);
    session.close();
  }
}
