import type { ProbedDevice } from '@contract/models/probe.ts';
import { err, ok, type Result } from '@contract/result.ts';
import type { ChannelLists } from './combine-channels.ts';
import type { HttpClient } from './http-client.ts';
import type { IsapiError } from './isapi-error.ts';
import { parseRtspPort } from './parse-admin-accesses.ts';
import { parseCapabilities } from './parse-capabilities.ts';
import { parseDeviceInfo } from './parse-device-info.ts';
import { parseIpChannels, parseIpChannelStatus } from './parse-input-proxy.ts';
import { parseStreamingChannels, type StreamingChannel } from './parse-streaming-channels.ts';
import { parseVideoInputs } from './parse-video-inputs.ts';
import { askUserCheck } from './user-check.ts';

/** Whether the login was checked, or the device has no way to ask. */
export async function queryLogin(
  client: HttpClient,
  signal: AbortSignal,
): Promise<Result<'checked' | 'not-supported', IsapiError>> {
  const answer = await askUserCheck(client, signal);
  if (answer.ok) return ok('checked');
  return isUnsupported(answer.error) ? ok('not-supported') : answer;
}

/** Who the device is, and where its RTSP door is; null for what this account may not ask. */
export async function queryIdentity(
  client: HttpClient,
  signal: AbortSignal,
): Promise<Result<{ device: ProbedDevice; rtspPort: number | null }, IsapiError>> {
  const [device, rtspPort] = await Promise.all([
    client.get('/ISAPI/System/deviceInfo', parseDeviceInfo, signal),
    client.get('/ISAPI/Security/adminAccesses', parseRtspPort, signal),
  ]);
  if (!device.ok) return device;
  // Often an administrator's privilege, and 554 is a good guess.
  return ok({ device: device.value, rtspPort: rtspPort.ok ? rtspPort.value : null });
}

/** Every list of cameras the device has; null for both kinds means that it has no such lists at all. */
export async function queryChannels(
  client: HttpClient,
  signal: AbortSignal,
): Promise<Result<ChannelLists | null, IsapiError>> {
  const proxy = '/ISAPI/ContentMgmt/InputProxy/channels';
  const [ip, status, analog, capabilities] = await Promise.all([
    client.get(proxy, parseIpChannels, signal),
    client.get(`${proxy}/status`, parseIpChannelStatus, signal),
    client.get('/ISAPI/System/Video/inputs/channels', parseVideoInputs, signal),
    client.get('/ISAPI/System/capabilities', parseCapabilities, signal),
  ]);
  const lists = [ip, analog, status].find((each) => !each.ok && !isUnsupported(each.error));
  if (lists?.ok === false) return err(lists.error);
  if (!ip.ok && !analog.ok) return ok(null);
  return ok({
    ip: ip.ok ? ip.value : [],
    status: status.ok ? status.value : [],
    analog: analog.ok ? analog.value : [],
    analogInputs: (capabilities.ok ? capabilities.value.analogInputs : null) ?? 0,
  });
}

/** Which streams exist, or null where the device does not tell. */
export async function queryStreams(
  client: HttpClient,
  signal: AbortSignal,
): Promise<Result<StreamingChannel[] | null, IsapiError>> {
  const streams = await client.get('/ISAPI/Streaming/channels', parseStreamingChannels, signal);
  return !streams.ok && isUnsupported(streams.error) ? ok(null) : streams;
}

/** "Cannot" and "may not" leave the rest of a look at a device untouched. */
function isUnsupported(error: IsapiError): boolean {
  return (
    error.kind === 'not-supported' || (error.kind === 'auth' && error.reason === 'no-permission')
  );
}
