import type { ProbedDevice, ProbedList } from '@contract/models/probe.ts';
import { err, ok, type Result } from '@contract/result.ts';
import { combineChannels, type CombinedChannels, type Listed } from './combine-channels.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { IsapiError } from '../isapi-error.ts';
import { interruption } from '../http/network-error.ts';
import { isFinal, itemsOf, type ListAnswer, ListReader } from './list-reader.ts';
import { parseRtspPort } from '../endpoints/parse-admin-accesses.ts';
import { parseCapabilities } from '../endpoints/parse-capabilities.ts';
import { parseDeviceInfo } from '../endpoints/parse-device-info.ts';
import { parseIpChannels, parseIpChannelStatus } from '../endpoints/parse-input-proxy.ts';
import {
  parseStreamingChannels,
  type StreamingChannel,
} from '../endpoints/parse-streaming-channels.ts';
import { parseVideoInputs } from '../endpoints/parse-video-inputs.ts';
import { askUserCheck } from '../endpoints/user-check.ts';

const PROXY = '/ISAPI/ContentMgmt/InputProxy/channels';
const UNKNOWN_DEVICE: ProbedDevice = {
  ...{ name: null, model: null, serial: null, firmware: null, type: null },
};
const WITHOUT_ISAPI = { kind: 'not-supported' } satisfies IsapiError;
/** The lists that can name cameras, the most telling first. */
const NAMING_LISTS: readonly ProbedList[] = ['ip', 'streams', 'analog', 'status'];

/** What the login check said; `untold`: it did not help, so the next answers show whether the device lets us in. */
export type LoginOutcome = { state: 'checked' } | { state: 'untold'; error: IsapiError };

/** Whether the login was checked. Only what would go for every other question too is a failure. */
export async function queryLogin(
  client: HttpClient,
  signal: AbortSignal,
): Promise<Result<LoginOutcome, IsapiError>> {
  const answer = await askUserCheck(client, signal);
  if (answer.ok) return ok({ state: 'checked' });
  const { error } = answer;
  if (isFinal(error) || error.kind === 'https-wanted' || isGone(error)) return err(error);
  const port = isLikeTls(error) ? await client.tlsPort(signal) : null;
  return port === null ? ok({ state: 'untold', error }) : err({ kind: 'https-wanted', port });
}

/** The answers of one look, each as soon as it is there. */
export interface DeviceQueries {
  readonly identity: () => Promise<Result<ProbedDevice | null, IsapiError>>;
  readonly channels: () => Promise<Result<CombinedChannels, IsapiError>>;
  readonly streams: () => Promise<Result<Listed<StreamingChannel>, IsapiError>>;
  /** Null where the account may not ask; 554 is a good guess then. */
  readonly rtspPort: () => Promise<number | null>;
  readonly unread: () => ProbedList[];
}

/** Puts every question at once: the client keeps to what a recorder bears, and one slow list delays only itself. */
export function queryDevice(
  client: HttpClient,
  signal: AbortSignal,
  login: LoginOutcome,
): DeviceQueries {
  const hasAnswered =
    login.state === 'checked' || !['timeout', 'unreachable'].includes(login.error.kind);
  const reader = new ListReader(client, signal, hasAnswered);
  // Every account may see these two first.
  const streams = reader.ask('streams', '/ISAPI/Streaming/channels', parseStreamingChannels);
  const device = reader.ask('device', '/ISAPI/System/deviceInfo', parseDeviceInfo);
  const ip = reader.ask('ip', PROXY, parseIpChannels);
  const status = reader.ask('status', `${PROXY}/status`, parseIpChannelStatus);
  const analog = reader.ask('analog', '/ISAPI/System/Video/inputs/channels', parseVideoInputs);
  const capabilities = reader.ask('capabilities', '/ISAPI/System/capabilities', parseCapabilities);
  const ports = reader.ask('ports', '/ISAPI/Security/adminAccesses', parseRtspPort);

  const unlessEnded = <T>(value: T): Result<T, IsapiError> => {
    const end = reader.end ?? interruption(signal);
    return end === null ? ok(value) : err(end);
  };
  const channels = async (): Promise<Result<CombinedChannels, IsapiError>> => {
    const lists = {
      ...{ ip: itemsOf(await ip), status: itemsOf(await status) },
      ...{ analog: itemsOf(await analog), streams: itemsOf(await streams) },
      analogInputs: valueOf(await capabilities)?.analogInputs ?? null,
    };
    if (reader.end !== null) return err(reader.end);
    const combined = combineChannels(lists);
    if (combined.channels.length + combined.leftOut > 0) return ok(combined);
    const reason = reader.reasonOf(NAMING_LISTS);
    if (reason !== null) return err(asForeign(reason, login));
    const hasList = [lists.ip, lists.analog, lists.streams].some((each) => each !== 'absent');
    return hasList ? ok(combined) : err(WITHOUT_ISAPI);
  };
  return {
    identity: async () => unlessEnded(valueOf(await device)),
    channels,
    streams: async () => unlessEnded(itemsOf(await streams)),
    rtspPort: async () => valueOf(await ports),
    unread: () => reader.unread,
  };
}

/** Who the device is, where nothing is known. */
export function deviceOf(device: ProbedDevice | null): ProbedDevice {
  return device ?? UNKNOWN_DEVICE;
}

/** How a port for TLS takes plain HTTP: it hangs up, waits for ever, or says something that is no ISAPI. */
function isLikeTls({ kind }: IsapiError): boolean {
  return kind === 'unreachable' || kind === 'timeout' || kind === 'bad-answer';
}

/** Pages instead of data, from the login check on: a router, a camera of another make, a recorder with ISAPI switched off. */
function asForeign(reason: IsapiError, login: LoginOutcome): IsapiError {
  const isForeign = reason.kind === 'bad-answer' && login.state === 'untold';
  return isForeign ? { ...WITHOUT_ISAPI, answer: reason.answer } : reason;
}

/** Nobody is there any more, which the look has just seen otherwise. */
function isGone(error: IsapiError): boolean {
  return error.kind === 'unreachable' && error.reason !== 'broken';
}

function valueOf<T>(answer: ListAnswer<T>): T | null {
  return answer.state === 'read' ? answer.value : null;
}
