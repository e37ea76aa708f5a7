import type { ChannelRange, ProbedChannel } from '@contract/models/probe.ts';
import { ok, type Result } from '@contract/result.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { IsapiError } from '../isapi-error.ts';
import { queryDevice, queryLogin } from './probe-queries.ts';

/** What a recorder says of its cameras at this moment. */
export interface ChannelLook {
  readonly channels: readonly ProbedChannel[];
  /** Where a number that is not among them is no camera. */
  readonly complete: readonly ChannelRange[];
}

/** Reads a stored recorder's lists of cameras, for a question that a stream raised. Costs at most one failed login. */
export async function lookAtChannels(
  client: HttpClient,
  signal: AbortSignal,
): Promise<Result<ChannelLook, IsapiError>> {
  const login = await queryLogin(client, signal);
  if (!login.ok) return login;
  const combined = await queryDevice(client, signal, login.value).channels();
  return combined.ok ? ok(combined.value) : combined;
}
