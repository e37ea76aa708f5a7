import type {
  ProbeFailure,
  ProbeProgress,
  ProbeReport,
  ProbedChannel,
} from '@contract/models/probe.ts';
import { ok, type Result } from '@contract/result.ts';
import type { HttpClient } from '../http/http-client.ts';
import { channelsStep, identityStep, loginStep, reachStep, streamsStep } from './probe-plan.ts';
import { deviceOf, queryDevice } from './probe-queries.ts';
import { runStep } from './probe-steps.ts';

/** How to look at a device. */
export interface ProbeOptions {
  /** Ends the look at any moment; the result is then `cancelled`. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ProbeProgress) => void;
}

/**
 * Looks at a recorder before anything is stored: is it there, is the login good, who is it, which cameras and which streams does
 * it have. Stores nothing, never throws, costs at most one failed login, and needs one answer per list however many cameras
 * there are, where trying every stream would need two sessions per camera. A list that cannot be read is left out.
 */
export async function probeDevice(
  client: HttpClient,
  options: ProbeOptions = {},
): Promise<Result<ProbeReport, ProbeFailure>> {
  const { signal = new AbortController().signal, onProgress = () => undefined } = options;

  const reached = await runStep(reachStep(client, signal), onProgress);
  if (!reached.ok) return reached;
  const login = await runStep(loginStep(client, signal), onProgress);
  if (!login.ok) return login;
  const queries = queryDevice(client, signal, login.value);
  const identity = await runStep(identityStep(queries), onProgress);
  if (!identity.ok) return identity;
  const lists = await runStep(channelsStep(queries), onProgress);
  if (!lists.ok) return lists;
  const streams = await runStep(streamsStep(queries), onProgress);
  if (!streams.ok) return streams;

  const device = deviceOf(identity.value);
  const channels = lists.value.channels.map((each) => asCamera(each, device.type));
  const rtspPort = await queries.rtspPort();
  const { complete, leftOut } = lists.value;
  const { fingerprint } = client;
  const unread = queries.unread();
  return ok({ device, channels, complete, leftOut, unread, rtspPort, fingerprint });
}

/** A camera by itself lists its own lens as if it were a socket. */
function asCamera(channel: ProbedChannel, deviceType: string | null): ProbedChannel {
  return /^IP/i.test(deviceType ?? '') ? { ...channel, kind: 'ip' } : channel;
}
